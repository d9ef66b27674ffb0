module.exports = {
  roots: ["<rootDir>/jest"],
  testEnvironment: "node",
  collectCoverage: true,
  coverageReporters: ["text", "lcovonly"],
  collectCoverageFrom: ["commonjs/**/*.js", "!**/main.js"],
};

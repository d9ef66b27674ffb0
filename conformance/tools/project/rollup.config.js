export default {
  input: "build/index.js",
  output: [
    { file: "bundle/tally.mjs", format: "es", sourcemap: true },
    { file: "bundle/tally.cjs", format: "cjs", exports: "named" },
    { file: "bundle/tally.umd.js", format: "umd", name: "tally", sourcemap: "inline" },
  ],
};

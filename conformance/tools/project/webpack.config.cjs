const path = require("node:path");

const common = {
  context: __dirname,
  entry: { main: "./build/main.js", lazy: "./untidy/lazy.js" },
  target: "node",
  output: { path: path.join(__dirname, "packed"), filename: "[name].[contenthash].js", hashFunction: "sha256", clean: false },
  stats: { preset: "normal", builtAt: false, timings: false },
};

module.exports = [
  { ...common, name: "development", mode: "development", devtool: "source-map" },
  {
    ...common,
    name: "production",
    mode: "production",
    output: { ...common.output, path: path.join(__dirname, "packed", "min") },
    optimization: { splitChunks: { chunks: "all", minSize: 0 }, runtimeChunk: "single" },
  },
];

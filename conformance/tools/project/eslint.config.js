import js from "@eslint/js";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["build/", "commonjs/", "bundle/", "packed/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.ts"],
    extends: [...typescript.configs.recommendedTypeChecked, ...typescript.configs.stylistic],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["untidy/**/*.js"],
    rules: { "prefer-const": "error", eqeqeq: "warn", curly: "error", "no-var": "error", "object-shorthand": "error", complexity: ["warn", 3] },
  },
  { files: ["**/*.js"], languageOptions: { globals: { console: "readonly", describe: "readonly", it: "readonly", setTimeout: "readonly" } } },
  { files: ["test/**"], languageOptions: { globals: { beforeEach: "readonly" } } },
  { files: ["jest/**", "**/*.cjs"], languageOptions: { sourceType: "commonjs", globals: { jest: "readonly", test: "readonly", expect: "readonly", afterEach: "readonly", __dirname: "readonly", __filename: "readonly" } } },
);

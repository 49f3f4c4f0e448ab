import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", ".tsbuild/", "out/", "tests/golden/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      // Numbers in templates are addresses and counts; wrapping each in String() hides the sentence.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `noUncheckedIndexedAccess` makes every index optional; `!` marks the places where a bound was checked just before.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["core/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "document", "window", "console", "fetch", "Date"],
      // Text is matched character by character: control characters in expressions are meant.
      "no-control-regex": "off",
    },
  },
);

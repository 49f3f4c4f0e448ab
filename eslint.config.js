import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", ".tsbuild/", "out/", "tests/golden/"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
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
    // The checks of eslint-plugin-office-addins that count here; the plugin itself does not know ESLint 10.
    files: ["addin/**/*.ts", "addin/**/*.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(ForStatement, ForInStatement, ForOfStatement, WhileStatement, DoWhileStatement) CallExpression[callee.property.name='sync']",
          message: "Each sync is a round trip to Excel: queue the work in the loop, and sync once after it.",
        },
        {
          selector: "CallExpression[callee.property.name='load'][arguments.length=0]",
          message: "Name the properties: a load without them reads everything.",
        },
      ],
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

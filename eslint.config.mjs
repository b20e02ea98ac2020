import jest from "eslint-plugin-jest";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const SPECS = ["**/*.spec.ts", "**/*.spec-support.ts", "**/*.test.ts", "**/*.test.tsx", "test/**/*.ts"];
const REPLAYED = [
  "packages/domain/src/**/*.ts",
  "packages/workflow-contracts/src/**/*.ts",
  "workflows/src/**/*.ts",
];
const CLOCKLESS =
  "A rule takes the time as an argument; what it decides must be the same on every machine and in every replay.";

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "**/*.generated.*",
      ".nx/**",
      "coverage/**",
      "test/artefacts/**",
      "test/replay/histories/**",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.lint.json", "./apps/console/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "no-console": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-extraneous-class": [
        "error",
        { allowWithDecorator: true, allowEmpty: true, allowStaticOnly: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/prefer-optional-chain": "off",
      // Schemas make classes that are never constructed, and their values are plain objects.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // What the engine and outside packages send is not always what their types promise.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // An interface may promise what one implementation has at once.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      "@typescript-eslint/only-throw-error": [
        "error",
        {
          allow: [{ from: "package", package: "@tanstack/router-core", name: ["Redirect", "NotFoundError"] }],
        },
      ],
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    // Programs that speak to whoever started them.
    files: [
      "infra/**/*.ts",
      "apps/*/src/main.ts",
      "apps/worker/src/bundle.ts",
      "apps/worker/src/restore-engine.ts",
      "apps/worker/src/advance-rehearsal.ts",
      "packages/database/src/seed/load-province.ts",
    ],
    rules: { "no-console": "off" },
  },
  {
    files: REPLAYED,
    ignores: SPECS,
    rules: {
      "no-restricted-globals": [
        "error",
        ...["process", "performance", "setInterval", "setImmediate", "fetch", "crypto", "Intl"].map(
          (name) => ({ name, message: CLOCKLESS }),
        ),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: CLOCKLESS },
        { property: "toLocaleString", message: CLOCKLESS },
        { property: "toLocaleDateString", message: CLOCKLESS },
        { property: "localeCompare", message: CLOCKLESS },
      ],
    },
  },
  {
    files: ["packages/domain/src/**/*.ts", "packages/policies/src/**/*.ts"],
    ignores: SPECS,
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: CLOCKLESS,
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCKLESS },
      ],
    },
  },
  {
    files: ["apps/console/src/**/*.{ts,tsx}"],
    ...reactHooks.configs.flat["recommended-latest"],
  },
  {
    files: ["**/*.spec.ts", "test/**/*.ts"],
    ...jest.configs["flat/recommended"],
    rules: {
      ...jest.configs["flat/recommended"].rules,
      "jest/no-focused-tests": "error",
      "jest/no-disabled-tests": "error",
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "fc.assert", "expect*", "assert*"] }],
      "jest/no-conditional-expect": "off",
      "jest/no-standalone-expect": "off",
      "jest/valid-title": ["error", { ignoreTypeOfDescribeName: true }],
    },
  },
  {
    files: SPECS,
    rules: {
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/unbound-method": "off",
      "no-console": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
      },
    },
    rules: { "prefer-const": "error", eqeqeq: "error", "no-unused-vars": "error" },
  },
);

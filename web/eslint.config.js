import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { noVisibleLiteral } from "./scripts/no-visible-literal.mjs";

// Run from the repository's root, since the journeys stand outside this folder.
export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "**/generated/**"] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/src/**/*.tsx"],
    // The gallery shows parts to us, not words to a reader.
    ignores: ["**/*.test.tsx", "**/src/gallery/**"],
    plugins: { homeward: { rules: { "no-visible-literal": noVisibleLiteral } } },
    rules: { "homeward/no-visible-literal": "error" },
  },
);

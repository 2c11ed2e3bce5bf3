import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Arrows point one way: app → features → ui, lib → contract. A feature does not know its neighbours.
const forbid = (...groups) => ["error", { patterns: groups.map(([group, message]) => ({ group, message })) }];
const noApp = [["**/app/**"], "Only app/ knows the app."];
const noFeatures = [["**/features/**"], "ui/ and lib/ know no feature."];
const features = ["discover", "concert", "pick-seats", "checkout", "payment-result", "tickets", "transfer", "waiting", "queue", "presale", "account", "organiser", "organiser-activity", "organiser-show", "organiser-concerts", "organiser-counter", "seating-editor", "gate", "design"];

export default tseslint.config(
  { ignores: ["dist", "src/contract"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  a11y.flatConfigs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "jsx-a11y/label-has-associated-control": ["error", { assert: "either", depth: 4 }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/**/*.tsx"], rules: { "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }] } },
  { files: ["src/ui/**", "src/lib/**"], rules: { "no-restricted-imports": forbid(noApp, noFeatures) } },
  ...features.map((name) => ({
    files: [`src/features/${name}/**`],
    rules: {
      "no-restricted-imports": forbid(
        noApp,
        ...features.filter((other) => other !== name).map((other) => [[`**/${other}/**`], "A feature does not import another feature."]),
      ),
    },
  })),
  { files: ["src/service_worker.js"], languageOptions: { globals: { self: "readonly", caches: "readonly", fetch: "readonly", Request: "readonly", Response: "readonly", URL: "readonly", setTimeout: "readonly" } } },
  { files: ["build/**", "public/**"], languageOptions: { globals: { console: "readonly", process: "readonly", document: "readonly", localStorage: "readonly", location: "readonly", matchMedia: "readonly", navigator: "readonly", URL: "readonly" } } },
);

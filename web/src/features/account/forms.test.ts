import { expect, it } from "vitest";
import { registerForm } from "./forms.ts";

const problems = (input: unknown) => {
  const result = registerForm.safeParse(input);
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path[0], message]);
};

it("says what is missing, every field at once", () => {
  expect(problems({ name: " ", email: "x", password: "short" })).toEqual([
    ["name", "forms.name_missing"],
    ["email", "forms.email_wrong"],
    ["password", "forms.password_short"],
  ]);
});

it("takes long passphrases, and names in any script", () => {
  expect(problems({ name: "ꦲꦪꦸ", email: " ayu@example.com ", password: "x".repeat(200) })).toEqual([]);
});

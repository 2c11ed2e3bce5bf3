import { expect, it } from "vitest";
import { deviceForm, inviteForm, keyForm } from "./forms.ts";

const problems = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => (result.error?.issues ?? []).map(({ path, message }) => [path[0], message]);

it("takes days from one to the most", () => {
  for (const days of ["1", " 30 ", "366"]) expect(problems(keyForm.safeParse({ name: "Buku kas", role: "box_office", days }))).toEqual([]);
  for (const days of ["0", "367", "", "1.5", "-3", "3e1"]) expect(problems(keyForm.safeParse({ name: "Buku kas", role: "box_office", days }))).toEqual([["days", "forms.days_wrong"]]);
  expect(problems(deviceForm.safeParse({ name: " ", days: "31" }))).toEqual([["name", "forms.label_missing"], ["days", "forms.days_wrong"]]);
});

it("lets no program own", () => {
  expect(keyForm.safeParse({ name: "x", role: "owner", days: "1" }).success).toBe(false);
  expect(inviteForm.safeParse({ email: "bayu@example.com", role: "owner" }).success).toBe(true);
});

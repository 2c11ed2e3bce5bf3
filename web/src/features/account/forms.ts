// What the forms ask for, as zod schemas; messages are keys of the locale files.
import { z } from "zod/mini";
import { verdictOf } from "./strength.ts";

const email = z.string().check(z.trim(), z.minLength(1, "forms.email_missing"), z.maxLength(254, "forms.email_wrong"), z.email("forms.email_wrong"));
const newPassword = z.string().check(
  z.refine((value: string) => verdictOf(value, {}, false) !== "short", "forms.password_short"),
  z.refine((value: string) => verdictOf(value, {}, false) !== "long", "forms.password_long"),
);
const name = z.string().check(z.trim(), z.minLength(1, "forms.name_missing"), z.maxLength(100, "forms.name_long"));

export const loginForm = z.object({ email: z.string().check(z.trim(), z.minLength(1, "forms.email_missing")), password: z.string().check(z.minLength(1, "forms.password_missing")) });
export const registerForm = z.object({ name, email, password: newPassword });
export const forgotForm = z.object({ email });
export const resetForm = z.object({ password: newPassword });
export const changePasswordForm = z.object({ current_password: z.string().check(z.minLength(1, "forms.password_missing")), password: newPassword });
export const passwordAgainForm = z.object({ password: z.string().check(z.minLength(1, "forms.password_missing")) });
export const codeForm = z.object({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, "forms.code_wrong")) });
/** Six digits of the app, or a recovery code. */
export const secondStepForm = z.object({ code: z.string().check(z.trim(), z.minLength(6, "forms.code_wrong")) });
export const eraseForm = (own: string) => z.object({ email: z.string().check(z.trim(), z.refine((value: string) => value.toLowerCase() === own.toLowerCase(), "forms.email_differs")) });
export const profileForm = z.object({ name, locale: z.enum(["id", "en"]) });
export const addPasskeyForm = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "forms.label_missing"), z.maxLength(60, "forms.label_long")),
  password: z.string().check(z.minLength(1, "forms.password_missing")),
});

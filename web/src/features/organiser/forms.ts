// What the forms ask for, as zod schemas; messages are keys of the locale files. Numbers are text while they are typed.
import { z } from "zod/mini";
import { machineRoles, roles } from "./powers.ts";

const required = (longest: number) => z.string().check(z.trim(), z.minLength(1, "forms.label_missing"), z.maxLength(longest, "forms.label_long"));
const days = (most: number) => z.string().check(z.trim(), z.refine((text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most, "forms.days_wrong"));

export const nameForm = z.object({ name: z.string().check(z.trim(), z.minLength(1, "forms.organisation_missing"), z.maxLength(100, "forms.name_long")) });
export const inviteForm = z.object({
  email: z.string().check(z.trim(), z.minLength(1, "forms.email_missing"), z.maxLength(254, "forms.email_wrong"), z.email("forms.email_wrong")),
  role: z.enum(roles),
});
export const keyForm = z.object({ name: required(60), role: z.enum(machineRoles), days: days(366) });
export const deviceForm = z.object({ name: required(60), days: days(30) });

// What is asked of who gives a ticket away; messages are keys of the locale files.
import { z } from "zod/mini";

export const transferForm = (own: string | undefined) =>
  z.object({
    email: z.string().check(
      z.trim(),
      z.maxLength(254, "transfer.email_wrong"),
      z.email("transfer.email_wrong"),
      z.refine((value: string) => value.toLowerCase() !== own?.toLowerCase(), "transfer.email_own"),
    ),
    name: z.string().check(z.trim(), z.maxLength(100, "transfer.name_long")),
  });

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { get, useForm, type DefaultValues, type FieldValues, type Path } from "react-hook-form";
import type { $ZodType } from "zod/v4/core";
import { sleep } from "./backoff.ts";
import { fieldErrors } from "./problem.ts";
import { useTranslation } from "./words.ts";

const usual: Record<string, string> = {
  "is not your password": "forms.not_your_password",
  "is not the code that your app shows now": "forms.not_the_code",
  "stays: shows are planned there": "plans.zone_stays",
};

/** What is wrong with a field is said after the click that left it: words that push a button away from under the finger would swallow the click. */
const clickMs = 200;

/** A form checked as you type after the first try, whose server field errors stand at their fields, the first one focused. */
export function useCheckedForm<T extends FieldValues>(schema: $ZodType<T, T>, defaults: DefaultValues<T>, send: (values: T) => Promise<void>) {
  const { t, i18n } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm<T>({ resolver: zodResolver(schema), defaultValues: defaults, mode: "onTouched" });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setFailure(null);
    try {
      await send(values);
    } catch (error) {
      const parts = Object.entries(fieldErrors(error)).map(([name, message]) => [name.split(".")[0]!, message] as const); // of a list or an object: its field
      const known = parts.filter(([name]) => name in values);
      known.forEach(([name, message], index) => form.setError(name as Path<T>, { type: "server", message }, { shouldFocus: index === 0 }));
      if (known.length === 0) setFailure(error);
    }
  });

  const field = (name: Path<T>) => {
    const { message, type } = (get(errors, name) as { message?: string; type?: string } | undefined) ?? {};
    // A service words its faults in English, for programs: the usual ones have words of ours, of others it is said that there is one.
    const said = message !== undefined && message in usual ? usual[message] : message === undefined || i18n.exists(message) || type !== "server" || i18n.language === "en" ? message : "forms.not_accepted";
    const text = said !== undefined && i18n.exists(said) ? t(said as never) : said;
    const { onBlur, ...registered } = form.register(name);
    const settled: typeof onBlur = async (event) => {
      await sleep(clickMs);
      return onBlur(event);
    };
    return { ...registered, onBlur: settled, error: text as string | undefined };
  };
  return { submit, field, failure, busy: isSubmitting, form };
}

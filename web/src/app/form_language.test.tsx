// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { afterEach, it } from "vitest";
import { z } from "zod/mini";
import more from "./locales/id.more.json";
import { renderAt } from "../testing/render.tsx";
import { ApiProblem } from "../lib/problem.ts";
import { useCheckedForm } from "../lib/use_form.ts";

i18next.addResourceBundle("id", "translation", more, true);
afterEach(() => i18next.changeLanguage("en"));

function Form() {
  const { submit, field } = useCheckedForm(z.object({ name: z.string() }), { name: "" }, async () => {
    throw new ApiProblem("invalid-request", 422, { errors: [{ pointer: "/name", message: "must have at most 100 bytes" }] });
  });
  const { error, ...input } = field("name");
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input {...input} />
      <p>{error}</p>
      <button type="submit">Go</button>
    </form>
  );
}

it.each([
  ["en", "must have at most 100 bytes"],
  ["id", "Isian ini tidak diterima. Periksa sekali lagi."],
])("tells a fault that the service found in the language %s", async (language, text) => {
  await i18next.changeLanguage(language);
  renderAt("/", "/", <Form />);
  await userEvent.setup().click(screen.getByText("Go"));
  await screen.findByText(text);
});

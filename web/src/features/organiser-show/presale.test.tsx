// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem, withDialogs } from "../../testing/render.tsx";
import type { Rules, Show } from "./api.ts";
import { presaleFields, presaleForm, presaleWish } from "./presale.ts";
import { PresaleCard } from "./PresaleCard.tsx";

const show = { id: "2", currency: "IDR", venue: { timezone: "Asia/Makassar" } } as Show;
const rules = { show_id: "2", presale: { opens_at: "2027-03-01T01:30:00Z", code: "FANS-27" } } as Rules;
const card = (of: Rules) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PresaleCard show={show} rules={of} />
    </QueryClientProvider>,
  );

it("has its times by the venue's clock, there and back", () => {
  const fields = presaleFields(rules.presale, "Asia/Makassar");
  expect(fields).toEqual({ opens_at: "2027-03-01T09:30", code: "FANS-27" });
  expect(presaleWish({ ...fields, code: " FANS-27 " }, "Asia/Makassar")).toEqual({ opens_at: "2027-03-01T01:30:00.000Z", code: "FANS-27" });
});

it.each(["abc", "with space", "x".repeat(41), ""])("takes no code like %j", (code) => {
  expect(presaleForm.safeParse({ opens_at: "2027-03-01T09:30", code }).error?.issues.map(({ message }) => message)).toEqual(["forms.presale_code_shape"]);
});

it("says at the time that it is too late, and saves another", async () => {
  const seen = fakeServer({ "PATCH /api/shows/2/rules": [problem(422, "invalid-request", { errors: [{ pointer: "/presale/opens_at", message: "must be before the sale opens" }] }), { status: 200, body: rules }] });
  card(rules);
  const save = () => userEvent.setup().click(screen.getByRole("button", { name: "Save the presale" }));
  await save();
  await screen.findByText("It has to be before the sale opens.");
  await save();
  await screen.findByText(/^Saved/);
  expect(seen.at(-1)!.body).toEqual({ presale: { opens_at: "2027-03-01T01:30:00.000Z", code: "FANS-27" } });
});

it("is switched off after a question", async () => {
  withDialogs();
  const seen = fakeServer({ "PATCH /api/shows/2/rules": [{ status: 200, body: { ...rules, presale: null } }] });
  card(rules);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Switch off" }));
  await user.click(screen.getAllByRole("button", { name: "Switch off" }).at(-1)!);
  await expect.poll(() => seen.at(-1)?.body).toEqual({ presale: null });
});

// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { accessCode, presaleRefusal, refuseAccessCode } from "../../lib/presale.ts";
import { renderAt } from "../../testing/render.tsx";
import Presale from "./Presale.tsx";

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const hour = 3_600_000;
const open = (at: "concert" | "seats", presale_opens_at: string | null) =>
  renderAt("/concerts/langit", "/concerts/langit", <Presale at={at} show={{ id: "7", venue: { name: "Hall", city: "Bali", timezone: "Asia/Makassar" }, sale: { status: "upcoming", presale_opens_at, opens_at: inMs(2 * hour), closes_at: inMs(9 * hour) } }} />);

beforeEach(() => presaleRefusal.set(undefined));

it("says when it begins, and leads to the seats from then on", () => {
  const page = open("concert", inMs(hour));
  expect(screen.getByText(/^Presale from .*, for those with a code$/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
  page.unmount();
  open("concert", inMs(-hour));
  expect(screen.getByRole("link", { name: "Presale with a code" }).getAttribute("href")).toBe("/shows/7/seats");
});

it("is nothing where there is none", () => {
  expect(open("seats", null).container.textContent).toBe("");
});

it("keeps the code that is given, and asks again when it was wrong", async () => {
  const user = userEvent.setup();
  const page = open("seats", inMs(-hour));
  await user.type(screen.getByLabelText("I have a code"), " FANS-26 ");
  await user.click(screen.getByRole("button", { name: "Use the code" }));
  expect(accessCode("7")).toBe("FANS-26");
  expect(screen.getByText(/FANS-26/)).toBeTruthy();
  refuseAccessCode("7");
  expect((await screen.findByText(/^This code is not right/)).id).toBe(screen.getByLabelText("I have a code").getAttribute("aria-describedby"));
  page.unmount();
  sessionStorage.clear();
});

it("says that a code is needed, and lets another be given", async () => {
  const user = userEvent.setup();
  open("seats", inMs(-hour));
  refuseAccessCode("7");
  expect(await screen.findByText(/needs a code/)).toBeTruthy();
  await user.type(screen.getByLabelText("I have a code"), "FANS-27{Enter}");
  await user.click(screen.getByRole("button", { name: "Another code" }));
  await user.type(screen.getByLabelText("I have a code"), "FANS-28{Enter}");
  expect(accessCode("7")).toBe("FANS-28");
});

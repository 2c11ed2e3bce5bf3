// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { saveFile } from "../../lib/save_file.ts";
import { begin } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import type { Ticket } from "./api.ts";
import { WalletButtons } from "./WalletButtons.tsx";

vi.mock("../../lib/save_file.ts");
const user = { id: "1", email: "ayu@example.com", name: "Ayu", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const ticket = { id: "601", code: "GT1.x", seat_no: 0, label: "A-1", zone: "Tribun", status: "valid", show_id: "7", booking_id: "5", wallets: ["apple", "google"] } as Ticket;
const apple = "GET /api/tickets/601/wallet/apple";

beforeEach(() => begin(session));

it("keeps the pass under the ticket's name", async () => {
  fakeServer({ [apple]: [{ status: 200, body: {} }] });
  renderAt("/", "/", <WalletButtons ticket={ticket} />);
  await userEvent.click(screen.getByRole("button", { name: "Add to Apple Wallet" }));
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith(expect.anything(), "gelora-601.pkpass"));
  screen.getByRole("button", { name: "Add to Google Wallet" });
});

it("says why it could not be", async () => {
  fakeServer({ [apple]: [problem(409, "ticket-code-rotates")] });
  renderAt("/", "/", <WalletButtons ticket={ticket} />);
  await userEvent.click(screen.getByRole("button", { name: "Add to Apple Wallet" }));
  await screen.findByText("This ticket is for the phone's browser");
});

it("is not there where the site has no key, or a pocket of before knows of none", () => {
  renderAt("/", "/", <WalletButtons ticket={{ ...ticket, wallets: [] }} />);
  renderAt("/", "/", <WalletButtons ticket={{ ...ticket, wallets: undefined } as unknown as Ticket} />);
  expect(screen.queryByRole("button")).toBeNull();
});

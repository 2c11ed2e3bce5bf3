// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { emptyPocket, fillPocket, pocket, type Pocket } from "./pocket.ts";
import { begin, end } from "./session.ts";

const mine: Pocket = { user: "7", saved_at: "2026-11-28T10:00:00Z", tickets: [], shows: [] };
const login = (id: string) => begin({ access_token: "t", token_type: "Bearer", expires_in: 600, user: { id } as never, organisations: [] } as unknown as Parameters<typeof begin>[0]);

beforeEach(() => localStorage.clear());

it("gives back what was put in, to its owner and to nobody else", () => {
  fillPocket(mine);
  expect(pocket("7")).toEqual(mine);
  expect(pocket()).toEqual(mine);
  expect(pocket("8")).toBeUndefined();
});

it("is empty after logging out, and for the next person", () => {
  fillPocket(mine);
  end();
  expect(pocket()).toBeUndefined();
  fillPocket(mine);
  login("7");
  expect(pocket()).toEqual(mine);
  login("8");
  expect(pocket()).toBeUndefined();
});

it("survives rubbish and a full disk", () => {
  localStorage.setItem("gelora.pocket", "{");
  expect(pocket()).toBeUndefined();
  fillPocket(mine);
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  fillPocket({ ...mine, saved_at: "2026-11-28T11:00:00Z" });
  full.mockRestore();
  expect(pocket()).toBeUndefined();
  emptyPocket();
});

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { fakeServer } from "../../testing/render.tsx";
import type { Show } from "./api.ts";
import { conflictsQuery, type ScanConflict } from "./conflicts_api.ts";
import { GateConflicts } from "./GateConflicts.tsx";

const show = { id: "2", venue: { timezone: "Asia/Makassar" } } as Show;
const scan: ScanConflict = { scan_id: "a", gate: "Utara", scanned_at: "2026-11-22T11:40:00Z", received_at: "2026-11-22T11:52:10Z", by: "3", by_machine: false, result: "already_admitted", first_admitted_at: "2026-11-22T11:39:00Z", first_gate: "Selatan", seat: "Tribun 1 · A-12", name: "Ayu Lestari", booking_id: "5", reference: "7K2M9QXT" };
function renderWith(items: ScanConflict[], next_cursor: string | null) {
  const client = new QueryClient();
  client.setQueryData(conflictsQuery("2").queryKey, { pages: [{ items, next_cursor, people: [{ id: "3", name: "Budi Hartono" }] }], pageParams: [""] });
  fakeServer({});
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <GateConflicts show={show} organisation="7" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("tells who, where, when by the venue's clock, and why, with the way to the booking", () => {
  renderWith([scan, { ...scan, scan_id: "b", by: "9", by_machine: true }], "more");
  expect(screen.getAllByText("22 Nov 2026, 19:40 WITA")).toHaveLength(2);
  expect(screen.getAllByText("Had come in before: Selatan, 22 Nov 2026, 19:39 WITA")).toHaveLength(2);
  expect(screen.getByText("Scanned by Budi Hartono")).toBeDefined();
  expect(screen.getByText("Scanned by an enrolled telephone")).toBeDefined();
  expect(screen.getAllByRole("link", { name: "Booking 7K2M9QXT" })[0]!.getAttribute("href")).toBe("/organiser/7/shows/2?section=bookings&booking=5");
  expect(screen.getByRole("button", { name: "Load more" })).toBeDefined();
});

it("says so, where there are none", () => {
  renderWith([], null);
  expect(screen.getByText("No conflicts at the gates")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

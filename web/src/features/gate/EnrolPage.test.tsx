// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import type { EnrolledDevice } from "./device_key.ts";
import EnrolPage from "./EnrolPage.tsx";

const place = vi.hoisted(() => ({ device: undefined as EnrolledDevice | undefined, closed: false }));
vi.mock("./device_key.ts", () => ({
  keptDevice: () => (place.closed ? Promise.reject(new DOMException("", "InvalidStateError")) : Promise.resolve(place.device)),
  keepDevice: async (device: EnrolledDevice) => void (place.device = device),
  forgetDevice: async () => void (place.device = undefined),
}));

const device: EnrolledDevice = { id: "3", name: "North gate 2", organisation_id: "7", organisation_name: "Nada Raya", key: "gelora_gate_x", expires_at: "2999-01-01T00:00:00Z" };
const open = (address = "/gate/enrol") => renderAt(address, "/gate/enrol", <EnrolPage />);
const enrol = () => userEvent.setup().click(screen.getByRole("button", { name: "Enrol this telephone" }));

beforeEach(() => Object.assign(place, { device: undefined, closed: false }));

it("sends the code of the link as it is written, keeps the key and never shows it", async () => {
  const seen = fakeServer({ "POST /api/gate-devices": [{ status: 201, body: device }] });
  open("/gate/enrol#kq7m2xpd3hta");
  expect((await screen.findByLabelText<HTMLInputElement>("One-time code")).value).toBe("KQ7M-2XPD-3HTA");
  await enrol();
  await screen.findByRole("heading", { name: "This telephone is ready" });
  expect(screen.getByText("Nada Raya")).toBeTruthy();
  expect(seen.filter(({ route }) => route.startsWith("POST")).map(({ body }) => body)).toEqual([{ code: "KQ7M-2XPD-3HTA" }]);
  expect([place.device, document.body.textContent?.includes(device.key)]).toEqual([device, false]);
});

it("knows what it is after a restart, until its time is over", async () => {
  fakeServer({});
  place.device = device;
  const { unmount } = open();
  await screen.findByText("North gate 2");
  unmount();
  place.device = { ...device, expires_at: "2020-01-01T00:00:00Z" };
  open();
  await screen.findByLabelText("One-time code");
});

it("says that a code is dead", async () => {
  fakeServer({ "POST /api/gate-devices": [problem(410, "token-expired")] });
  open("/gate/enrol#KQ7M-2XPD-3HTA");
  await screen.findByLabelText("One-time code");
  await enrol();
  await screen.findByText("This code does not open");
});

it("uses up no code where the key could not be kept", async () => {
  const seen = fakeServer({});
  place.closed = true;
  open("/gate/enrol#KQ7M-2XPD-3HTA");
  await screen.findByLabelText("One-time code");
  await enrol();
  await screen.findByRole("alert");
  expect(seen.filter(({ route }) => route.startsWith("POST"))).toEqual([]);
});

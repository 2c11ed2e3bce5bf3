// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { fakeServer, problem, renderAt, withDialogs } from "../../testing/render.tsx";
import type { Venue } from "./api.ts";
import { OwnVenues } from "./OwnVenues.tsx";

const venue: Venue = { id: "31", name: "Aula Barat", city: "Bandung", address: "Jl. Ganesa 10", timezone: "Asia/Jakarta", own: true };
const route = "PUT /api/organisations/7/venues/31";
const open = async () => {
  renderAt("/", "/", <OwnVenues organisation="7" venues={[venue]} />);
  await userEvent.click(screen.getByRole("button", { name: "Edit Aula Barat" }));
};

beforeAll(withDialogs);

it("says at the time zone that it stays, where shows are planned", async () => {
  fakeServer({ [route]: [problem(422, "invalid-request", { errors: [{ pointer: "/timezone", message: "stays: shows are planned there" }] })] });
  await open();
  await userEvent.selectOptions(screen.getByLabelText("Time zone"), "Asia/Makassar");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  const said = await screen.findByText("It stays: shows are planned there.");
  expect(screen.getByLabelText("Time zone").getAttribute("aria-describedby")).toBe(said.id);
});

it("sends all of a venue, and closes", async () => {
  const seen = fakeServer({ [route]: [{ status: 200, body: venue }] });
  await open();
  await userEvent.clear(screen.getByLabelText("Name of the venue"));
  await userEvent.type(screen.getByLabelText("Name of the venue"), " Aula Timur ");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByLabelText("Time zone")).toBeNull());
  expect(seen.find((each) => each.route === route)?.body).toEqual({ name: "Aula Timur", city: "Bandung", address: "Jl. Ganesa 10", timezone: "Asia/Jakarta" });
});

it("has nothing to show where all venues are everybody's", () => {
  renderAt("/", "/", <OwnVenues organisation="7" venues={[]} />);
  expect(screen.queryByText("Your venues")).toBeNull();
});

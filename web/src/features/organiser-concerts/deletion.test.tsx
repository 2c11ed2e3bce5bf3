// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { fakeServer, problem, renderAt, withDialogs } from "../../testing/render.tsx";
import { showsQuery, type Concert, type Show } from "./api.ts";
import { DeleteConcert } from "./DeleteConcert.tsx";
import { DeleteShow } from "./DeleteShow.tsx";

const concert = { id: "1", artist: "Nyala", title: "Malam Pertama", poster_url: "/posters/1" } as unknown as Concert;
const draft = { id: "2", starts_at: "2027-03-01T12:30:00Z", venue: { name: "Aula", timezone: "Asia/Jakarta" }, plan: { name: "Penuh" }, was_published: false } as unknown as Show;
const shows = (...items: object[]) => ({ "GET /api/organisations/7/concerts/1/shows": [{ status: 200, body: { items } }] });

beforeAll(withDialogs);

it("names what goes with a concert, deletes it, and goes to the list", async () => {
  const seen = fakeServer({ ...shows(draft, draft), "DELETE /api/organisations/7/concerts/1": [{ status: 204 }] });
  renderAt("/c", "/c", <DeleteConcert organisation="7" concert={concert} />);
  await userEvent.click(await screen.findByRole("button", { name: "Delete concert" }));
  expect(screen.getByText("Its descriptions and its poster go too.")).toBeDefined();
  expect(screen.getByText("So do its 2 drafts of shows.")).toBeDefined();
  await userEvent.click(screen.getAllByRole("button", { name: "Delete concert" }).at(-1)!);
  expect(await screen.findByText("elsewhere")).toBeDefined();
  expect(seen.map(({ route }) => route)).toContain("DELETE /api/organisations/7/concerts/1");
});

it("does not offer to delete what was public", () => {
  const published = { ...draft, was_published: true };
  const client = new QueryClient();
  client.setQueryData(showsQuery("7", "1").queryKey, [draft, published]);
  fakeServer({});
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <DeleteConcert organisation="7" concert={concert} />
        <DeleteShow organisation="7" concert="1" show={published} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  expect(screen.queryByRole("button")).toBeNull();
});

it("says why a draft stays that was published meanwhile", async () => {
  fakeServer({ "DELETE /api/organisations/7/shows/2": [problem(409, "was-published")] });
  renderAt("/s", "/s", <DeleteShow organisation="7" concert="1" show={draft} />);
  await userEvent.click(screen.getByRole("button", { name: "Delete draft" }));
  await userEvent.click(screen.getAllByRole("button", { name: "Delete draft" }).at(-1)!);
  expect(await screen.findByText("It was public")).toBeDefined();
});

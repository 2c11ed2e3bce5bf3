// A show of its own for a test that uses places up: written, published and on sale, in the smallest hall that has seats.
import type { Answer, Client } from "../support/client.js";
import type { components } from "../../web/src/contract/booking.js";
import { eventually } from "./buyers.js";
import { newOrganisation, type Person } from "./organisers.js";

type Schemas = components["schemas"];
type PlanZone = Schemas["SeatingPlan"]["zones"][number];
const hasSeats = (zones: PlanZone[]) => zones.some(({ kind }) => kind === "seated");

const made = <T>(answer: Answer, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.request}: ${answer.status}, not ${status}: ${answer.text}`);
  return answer.body as T;
};

export async function ownShow(name: string, wanted = hasSeats): Promise<{ show: string; house: { id: string; owner: Person } }> {
  const house = await newOrganisation(name);
  return { show: await publishShow(house.owner.client, house.id, name, wanted), house };
}

/** Of an organisation that is there already; `client` may write for it. In the smallest hall that has seats, or what is wanted. */
export async function publishShow(client: Client, organisation: string, name: string, wanted = hasSeats): Promise<string> {
  const at = (path: string) => `/api/organisations/${organisation}/${path}`;
  const { items: plans } = made<{ items: Schemas["SeatingPlan"][] }>(await client.call("get", at("seating-plans")), 200);
  const plan = plans.filter(({ zones }) => wanted(zones)).sort((a, b) => a.capacity - b.capacity)[0]!;
  const concert = made<{ id: string }>(await client.call("post", at("concerts"), { body: { title: name, artist: "Penguji", genre: "Pop", description: { id: "Malam.", en: "Night." } } }), 201);
  const zones = plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000 + zone_no, fee_minor: 5_000 }));
  const date = `${new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)}T19:30`;
  const { items } = made<{ items: { id: string }[] }>(await client.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plan.id, dates: [date], zones } }), 201);
  const show = items[0]!.id;
  made(await client.call("put", at(`shows/${show}/publication`)), 200);
  await eventually("it is on sale", async () => ((await client.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
  return show;
}

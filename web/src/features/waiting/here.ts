// Whether somebody waits for something in this browser. Only they are asked about: nobody else's page asks for lists that are empty.
import { createStore } from "../../lib/store.ts";

const place = "gelora.waiting";

export const waitsHere = createStore(localStorage.getItem(place) !== null);

export function setWaitsHere(waits: boolean): void {
  if (waits) localStorage.setItem(place, "1");
  else localStorage.removeItem(place);
  waitsHere.set(waits);
}

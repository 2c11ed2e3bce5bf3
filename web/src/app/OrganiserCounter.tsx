import CounterPage from "../features/organiser-counter/CounterPage.tsx";
import { chooseSeats } from "./choose_seats.tsx";

/** Seats are sold at the counter on the same map as fans choose on. */
export default function OrganiserCounter() {
  return <CounterPage seats={chooseSeats} />;
}

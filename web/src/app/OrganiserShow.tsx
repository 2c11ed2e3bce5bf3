import ShowPage from "../features/organiser-show/ShowPage.tsx";
import { chooseSeats } from "./choose_seats.tsx";

/** A show as its organiser sees it; seats are chosen on the same map as fans choose on. */
export default function OrganiserShow() {
  return <ShowPage seats={chooseSeats} />;
}

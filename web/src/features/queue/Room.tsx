import type { ReactNode } from "react";
import type { Show } from "./api.ts";
import { QueuePage } from "./QueuePage.tsx";
import { RoomBanner } from "./RoomBanner.tsx";

/** A line over the seats of this show, or the page, with the waitlist of a show that is sold out. */
type Props = { over: string } | { waitlist: (show: Show) => ReactNode };

/** All that fans see of a waiting room, in one file. */
export default function Room(props: Props) {
  return "over" in props ? <RoomBanner showId={props.over} /> : <QueuePage waitlist={props.waitlist} />;
}

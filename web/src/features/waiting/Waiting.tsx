import type { ShowToWaitFor } from "./api.ts";
import { News } from "./News.tsx";
import { ShowWaiting, type SoldOutZone } from "./ShowWaiting.tsx";
import { WaitingList } from "./WaitingList.tsx";

export type { SoldOutZone };
/** At one show, all of mine, or what is new over every page. */
export type What = { show: ShowToWaitFor; zones: readonly SoldOutZone[] } | "list" | "news";

export default function Waiting({ what }: { what: What }) {
  if (what === "news") return <News />;
  if (what === "list") return <WaitingList />;
  return <ShowWaiting {...what} />;
}

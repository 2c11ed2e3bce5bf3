// What a gate tells when it has a network again, and what it asks. Told twice, it is the same: each scan has its id, and the list goes on
// from where it was.
import type { components } from "../../contract/booking.ts";
import type { GateList, Ledger, WaitingScan } from "./ledger.ts";

type LateScan = components["schemas"]["LateScan"];
type BatchResult = components["schemas"]["ScanBatchResult"];

/** The two questions, as the server answers them. `list`: nothing where nothing has changed. */
export interface Server {
  tell: (show_id: string, scans: LateScan[]) => Promise<BatchResult>;
  list: (show_id: string, after: string | null, etag: string | null) => Promise<{ page: GateList; etag: string | null } | undefined>;
}

export const mostScans = 500;

const lateScan = ({ scan_id, code, ticket, gate, direction, scanned_at }: WaitingScan): LateScan => ({
  ...(code === undefined ? { ticket_id: ticket.id } : { code }),
  scan_id, gate, direction, scanned_at, let_in: direction === "in",
});

export async function tellWaiting(ledger: Ledger, server: Server): Promise<void> {
  for (;;) {
    const [first] = ledger.waiting;
    if (!first) return;
    const scans = ledger.waiting.filter(({ show_id }) => show_id === first.show_id).slice(0, mostScans);
    const { results } = await server.tell(first.show_id, scans.map(lateScan));
    await ledger.settle(scans, results);
  }
}

export async function refreshList(ledger: Ledger, server: Server, show_id: string, now: () => number): Promise<void> {
  for (let more = true; more; ) {
    const known = ledger.head;
    const answer = await server.list(show_id, known?.next ?? null, known && !known.more ? known.etag : null);
    if (!answer) return ledger.stillFresh(now());
    await ledger.take(answer.page, answer.etag, now());
    more = answer.page.more;
  }
}

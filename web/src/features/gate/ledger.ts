// What this gate knows without a network: the list of tickets, whom it let in, what it has not told yet, and what turned out to be in
// conflict. In memory to be asked at once; every change is on the disk before anybody is told of it.
import type { components } from "../../contract/booking.ts";
import { openDatabase, readAll, readOne, write } from "./database.ts";
import { afterAnswer, type Direction, type ScanResult, type Ticket } from "./decision.ts";

export type GateList = components["schemas"]["GateList"];
type LateAnswer = components["schemas"]["ScanBatchResult"]["results"][number];
/** As in the gate list: [id, status, zone, place, name, first admission, inside, its gate]. */
type Row = [string, Ticket["status"], number, string, string, string | null, boolean, string | null];

/** All of the list but its tickets. */
export interface ListHead extends Omit<GateList, "tickets" | "now"> {
  etag: string | null;
  /** The server's clock less this one's. */
  clock_ms: number;
  /** When it was last heard that it is whole and new, by this clock. */
  fresh_at_ms: number;
}

/** Somebody this gate let in or out by itself. `code`, or the ticket by hand. */
export interface WaitingScan {
  scan_id: string;
  show_id: string;
  code?: string;
  ticket: Ticket;
  gate: string;
  direction: Direction;
  scanned_at: string;
}

/** Somebody was let in here who should not have been. */
export interface Conflict extends Pick<LateAnswer, "scan_id" | "scanned_at" | "reason" | "first_admitted_at" | "first_gate" | "void_since" | "seat" | "zone"> {
  gate: string;
  name: string;
}

const ticketOf = ([id, status, zone, seat, name, first_at, inside, first_gate]: Row): Ticket => ({ id, status, zone, seat, name, first_at, inside, first_gate });
const rowOf = ({ id, status, zone, seat, name, first_at, inside, first_gate }: Ticket): Row => [id, status, zone, seat, name, first_at, inside, first_gate];

/** What the server says of a ticket, with what it was not told yet. */
function withWaiting(row: Row, waiting: WaitingScan | undefined): Row {
  const told = ticketOf(row);
  if (!waiting || (told.status !== "valid" && told.status !== "used")) return row;
  const { inside, first_at, first_gate } = waiting.ticket;
  return rowOf({ ...told, status: "used", inside, first_at: told.first_at ?? first_at, first_gate: told.first_at ? told.first_gate : first_gate });
}

export class Ledger {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly rows: Map<string, Row>,
    private readonly queue: Map<string, WaitingScan>,
    readonly conflicts: Map<string, Conflict>,
    public head: ListHead | undefined,
  ) {}

  static async open(): Promise<Ledger> {
    const database = await openDatabase();
    const [rows, queue, conflicts, head] = await Promise.all([readAll<Row>(database, "tickets"), readAll<WaitingScan>(database, "queue"), readAll<Conflict>(database, "conflicts"), readOne<ListHead>(database, "show", "head")]);
    const inOrder = queue.sort((a, b) => a.scanned_at.localeCompare(b.scanned_at));
    return new Ledger(database, new Map(rows.map((row) => [row[0], row])), new Map(inOrder.map((one) => [one.scan_id, one])), new Map(conflicts.map((one) => [one.scan_id, one])), head);
  }

  close(): void {
    this.database.close();
  }

  get size(): number {
    return this.rows.size;
  }

  get waiting(): readonly WaitingScan[] {
    return [...this.queue.values()];
  }

  find(id: string): Ticket | undefined {
    const row = this.rows.get(id);
    return row && ticketOf(row);
  }

  isWaiting(id: string): boolean {
    return this.waiting.some(({ ticket }) => ticket.id === id);
  }

  /** Those whose name or place has these words. */
  search(words: string, most: number): Ticket[] {
    const wanted = words.toLocaleLowerCase();
    const found: Ticket[] = [];
    for (const row of this.rows.values()) {
      if (found.length === most) break;
      if (`${row[4]}\n${row[3]}`.toLocaleLowerCase().includes(wanted)) found.push(ticketOf(row));
    }
    return found;
  }

  /** Of this show from now on; another one's list is dropped, what is waiting stays. */
  async serve(show_id: string): Promise<void> {
    if (this.head?.show_id === show_id) return;
    this.head = undefined;
    this.rows.clear();
    await write(this.database, ["show", "tickets"], (store) => {
      store("show").delete("head");
      store("tickets").clear();
    });
  }

  /** One page of the list. */
  async take({ tickets, ...page }: GateList, etag: string | null, nowMs: number): Promise<void> {
    const waiting = new Map(this.waiting.map((scan) => [scan.ticket.id, scan]));
    const rows = (tickets as Row[]).map((row) => withWaiting(row, waiting.get(row[0])));
    const next = page.next ?? this.head?.next ?? null;
    const clock_ms = Date.parse(page.now) - nowMs;
    this.head = { ...page, next, etag, clock_ms: Math.abs(clock_ms) < 1000 ? 0 : clock_ms, fresh_at_ms: page.more ? (this.head?.fresh_at_ms ?? 0) : nowMs };
    for (const row of rows) this.rows.set(row[0], row);
    await write(this.database, ["show", "tickets"], (store) => {
      store("show").put(this.head, "head");
      for (const row of rows) store("tickets").put(row, row[0]);
    });
  }

  /** Nothing has changed. */
  async stillFresh(nowMs: number): Promise<void> {
    if (!this.head) return;
    this.head = { ...this.head, fresh_at_ms: nowMs };
    await write(this.database, ["show"], (store) => store("show").put(this.head, "head"));
  }

  /** What the server answered at once. */
  async learn(told: ScanResult): Promise<void> {
    const known = told.ticket_id === undefined ? undefined : this.find(told.ticket_id);
    if (known) await this.keep(afterAnswer(known, told));
  }

  /** Let in or out here; to be told when there is a network. */
  async letPass(scan: WaitingScan): Promise<void> {
    this.queue.set(scan.scan_id, scan);
    this.rows.set(scan.ticket.id, rowOf(scan.ticket));
    await write(this.database, ["tickets", "queue"], (store) => {
      store("tickets").put(rowOf(scan.ticket), scan.ticket.id);
      store("queue").put(scan, scan.scan_id);
    });
  }

  /** The server has these, and said so. */
  async settle(scans: readonly WaitingScan[], answers: readonly LateAnswer[]): Promise<void> {
    const inConflict: Conflict[] = [];
    const changed: Row[] = [];
    scans.forEach(({ scan_id, ticket, gate }, at) => {
      const { result, scanned_at, reason, first_admitted_at, first_gate, void_since, seat, zone, name, conflict } = answers[at]!;
      if (conflict) inConflict.push({ scan_id, scanned_at, gate, name: name || ticket.name, ...(seat && { seat }), ...(zone && { zone }), ...(reason && { reason }), ...(first_admitted_at && { first_admitted_at }), ...(first_gate && { first_gate }), ...(void_since && { void_since }) });
      this.queue.delete(scan_id);
      const known = this.find(ticket.id);
      if (known && !this.isWaiting(ticket.id)) changed.push(rowOf(afterAnswer(known, { result, ...(reason && { reason }), ...(first_admitted_at && { first_admitted_at }), ...(first_gate && { first_gate }) })));
    });
    for (const one of inConflict) this.conflicts.set(one.scan_id, one);
    for (const row of changed) this.rows.set(row[0], row);
    await write(this.database, ["tickets", "queue", "conflicts"], (store) => {
      for (const { scan_id } of scans) store("queue").delete(scan_id);
      for (const one of inConflict) store("conflicts").put(one, one.scan_id);
      for (const row of changed) store("tickets").put(row, row[0]);
    });
  }

  private async keep(ticket: Ticket): Promise<void> {
    this.rows.set(ticket.id, rowOf(ticket));
    await write(this.database, ["tickets"], (store) => store("tickets").put(rowOf(ticket), ticket.id));
  }
}

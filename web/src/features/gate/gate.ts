// A gate at work: decides what is scanned, with the server while it answers at once and by itself when it does not, and in the
// background tells and asks what there is. Knows no screen.
import { delayMs, sleep } from "../../lib/backoff.ts";
import { ApiProblem } from "../../lib/problem.ts";
import { createStore } from "../../lib/store.ts";
import { decide, type Decision, type Direction, type Rules, type ScanResult } from "./decision.ts";
import { Revoked } from "./device_client.ts";
import type { Ledger } from "./ledger.ts";
import type { Attendee, GateCounts, GateServer } from "./server.ts";
import { refreshList, tellWaiting } from "./sync.ts";
import { readCode, type CodeFault, type TicketClaim } from "./ticket_code.ts";

export interface Post {
  show_id: string;
  gate: string;
  direction: Direction;
}
export type Shown = { code: string } | { ticket_id: string };

/** `answer`: none where this gate has no list yet and the server does not answer. */
export interface Outcome extends Partial<Pick<Decision, "unlisted">> {
  answer: ScanResult | undefined;
  offline: boolean;
  direction: Direction;
  at: string;
  took_ms: number;
}
export interface GateState {
  link: "asking" | "online" | "offline" | "revoked" | "not-ours";
  waiting: number;
  conflicts: number;
  listed: number;
  whole: boolean;
  counts: GateCounts | undefined;
}

export type FoundTicket = Pick<Attendee, "ticket_id" | "name" | "seat" | "status"> & Partial<Pick<Attendee, "reference">>;
export interface Found {
  people: FoundTicket[];
  offline: boolean;
}

const patienceMs = 800, freshMs = 5 * 60_000, everyMs = 10_000, longestCode = 200, mostFound = 20;

export class Gate {
  readonly state;
  private readonly stop = new AbortController();
  private nudge: () => void = () => undefined;

  constructor(
    readonly post: Post,
    readonly ledger: Ledger,
    private readonly server: GateServer,
  ) {
    this.state = createStore<GateState>({ link: "asking", counts: undefined, ...this.numbers() });
  }

  /** By the server's clock, as it was last heard. */
  now = (): number => Date.now() + (this.ledger.head?.clock_ms ?? 0);

  async scan(shown: Shown, direction = this.post.direction): Promise<Outcome> {
    const started = performance.now();
    const at = new Date(this.now()).toISOString();
    const found = await this.judge(shown, direction, at);
    this.publish({});
    return { ...found, direction, at, took_ms: performance.now() - started };
  }

  /** By name, seat or booking's reference; without a network by what the list has: short names and seats. */
  async search(words: string): Promise<Found> {
    try {
      return { people: await this.server.attendees(this.post.show_id, words, AbortSignal.timeout(3 * patienceMs)), offline: false };
    } catch (cause) {
      this.hear(cause);
      return { people: this.ledger.search(words, mostFound).map(({ id, ...person }) => ({ ticket_id: id, ...person })), offline: true };
    }
  }

  private async judge(shown: Shown, direction: Direction, at: string): Promise<Pick<Outcome, "answer" | "offline" | "unlisted">> {
    const claim = await this.read(shown);
    const forged = claim === "unknown-code" || claim === "bad-signature";
    if (forged && this.isFresh()) return { answer: { result: "refused", reason: claim }, offline: false };
    const scan_id = crypto.randomUUID();
    const untold = typeof claim === "object" && this.ledger.isWaiting(claim.ticket_id); // the server does not know yet
    const told = untold ? undefined : await this.ask(shown, scan_id, direction);
    if (told) {
      await this.ledger.learn(told);
      return { answer: told, offline: false };
    }
    const rules = this.rules();
    if (!claim || !rules) return { answer: undefined, offline: true };
    const known = typeof claim === "object" ? this.ledger.find(claim.ticket_id) : undefined;
    const { answer, changed, unlisted } = decide(claim, known, direction, rules, this.post.gate, at);
    if (changed) {
      const { show_id, gate } = this.post;
      await this.ledger.letPass({ scan_id, show_id, ...("code" in shown && { code: shown.code }), ticket: changed, gate, direction, scanned_at: at });
    }
    return { answer, offline: true, ...(unlisted && { unlisted }) };
  }

  /** Nothing: it cannot be told without a list. */
  private async read(shown: Shown): Promise<TicketClaim | CodeFault | undefined> {
    const { head } = this.ledger;
    if ("ticket_id" in shown) return { ticket_id: shown.ticket_id, show_id: this.post.show_id, seat_no: 0 };
    if (shown.code.length > longestCode) return "unknown-code";
    return head && readCode(shown.code, head, this.now());
  }

  /** The server's answer, if it comes soon. After one that did not, nobody waits for it until the background hears of it again. */
  private async ask(shown: Shown, scan_id: string, direction: Direction): Promise<ScanResult | undefined> {
    if (this.state.get().link === "offline" && this.ledger.head) return undefined;
    const patience = AbortSignal.timeout(this.ledger.head ? patienceMs : 10 * patienceMs);
    const answer = this.server.checkIn(this.post.show_id, { ...shown, scan_id, gate: this.post.gate, direction }, patience);
    const late = new Promise<undefined>((resolve) => patience.addEventListener("abort", () => resolve(undefined)));
    try {
      const told = await Promise.race([answer, late]);
      if (told) {
        this.publish({ link: "online" });
        return told;
      }
      void answer.catch(() => undefined);
    } catch (cause) {
      this.hear(cause);
      return undefined;
    }
    this.publish({ link: "offline" });
    this.nudge();
    return undefined;
  }

  private isFresh(): boolean {
    return Date.now() - (this.ledger.head?.fresh_at_ms ?? 0) < freshMs;
  }

  private rules(): Rules | undefined {
    const { head } = this.ledger;
    if (!head) return undefined;
    const leads_to = head.gates.find(({ name }) => name === this.post.gate)?.zones;
    return { show_id: head.show_id, reentry: head.reentry === "allowed", zones: head.zones.map(({ name }) => name), leads_to };
  }

  /** Tells and asks until close(). */
  async run(): Promise<void> {
    addEventListener("online", this.wake);
    await this.ledger.serve(this.post.show_id);
    for (let missed = 0; !this.stop.signal.aborted; ) {
      const heard = await this.exchange();
      if (this.state.get().link === "revoked") return;
      missed = heard ? 0 : missed + 1;
      await Promise.race([sleep(heard ? everyMs : delayMs(missed)), new Promise<void>((resolve) => (this.nudge = resolve))]);
    }
  }

  close(): void {
    this.stop.abort();
    removeEventListener("online", this.wake);
    this.nudge();
  }

  private wake = (): void => this.nudge();

  private async exchange(): Promise<boolean> {
    try {
      await tellWaiting(this.ledger, this.server);
      await refreshList(this.ledger, this.server, this.post.show_id, Date.now);
      this.publish({ link: "online", counts: await this.server.counts(this.post.show_id) });
      return true;
    } catch (cause) {
      this.hear(cause);
      return false;
    }
  }

  private hear(cause: unknown): void {
    if (cause instanceof Revoked) this.publish({ link: "revoked" });
    else if (cause instanceof ApiProblem && cause.status === 404) this.publish({ link: "not-ours" });
    else if (cause instanceof ApiProblem || cause instanceof DOMException || cause instanceof TypeError) this.publish({ link: "offline" });
    else throw cause;
  }

  private numbers() {
    const { waiting, conflicts, size, head } = this.ledger;
    return { waiting: waiting.length, conflicts: conflicts.size, listed: size, whole: head !== undefined && head.fresh_at_ms > 0 };
  }

  private publish(change: Partial<GateState>): void {
    this.state.set({ ...this.state.get(), ...this.numbers(), ...change });
  }
}

// What a gate without a network answers. The same rules, in the same order and with the same names, as the show's desk
// (services/booking/domain/check_in.cpp and box_office/desk_check_ins.cpp).
import type { components } from "../../contract/booking.ts";
import type { CodeFault, TicketClaim } from "./ticket_code.ts";

export type ScanResult = components["schemas"]["ScanResult"];
export type Direction = "in" | "out";
type Status = components["schemas"]["Attendee"]["status"];

/** A ticket as the gate list has it, and as this gate has changed it since. */
export interface Ticket {
  id: string;
  status: Status;
  /** Index into the zones of the list. */
  zone: number;
  seat: string;
  name: string;
  first_at: string | null;
  inside: boolean;
  first_gate: string | null;
}

/** What decides besides the ticket. `leads_to`: indexes of zones; none where the gate leads everywhere. */
export interface Rules {
  show_id: string;
  reentry: boolean;
  zones: readonly string[];
  leads_to: readonly number[] | undefined;
}

type Verdict = Pick<ScanResult, "result" | "reason">;
const refused = (reason: NonNullable<ScanResult["reason"]>): Verdict => ({ result: "refused", reason });

function judge({ status, first_at, inside, zone }: Ticket, direction: Direction, { reentry, leads_to }: Rules): Verdict {
  if (status === "void" || status === "transferred") return refused("void");
  if (status === "frozen") return refused("frozen");
  if (direction === "out") return inside ? { result: "left" } : refused("not-inside");
  if (leads_to && !leads_to.includes(zone)) return refused("wrong-zone");
  if (status === "valid") return { result: "admitted" };
  return { result: reentry && first_at !== null && !inside ? "admitted" : "already_admitted" };
}

export interface Decision {
  answer: ScanResult;
  /** The ticket after it; nothing where it changes none. */
  changed?: Ticket;
  /** A genuine code of a ticket that is not in the list, as one sold since: it is let in. */
  unlisted?: boolean;
}

const unlisted = (id: string): Ticket => ({ id, status: "valid", zone: -1, seat: "", name: "", first_at: null, inside: false, first_gate: null });

export function decide(claim: TicketClaim | CodeFault, known: Ticket | undefined, direction: Direction, rules: Rules, gate: string, at: string): Decision {
  if (typeof claim === "string") return { answer: refused(claim) };
  if (claim.show_id !== rules.show_id) return { answer: refused("wrong-show") };
  const ticket = known ?? unlisted(claim.ticket_id);
  const verdict = judge(ticket, direction, known ? rules : { ...rules, leads_to: undefined });
  const passes = verdict.result === "admitted" || verdict.result === "left";
  const first = { first_at: ticket.first_at ?? at, first_gate: ticket.first_at ? ticket.first_gate : gate };
  const changed: Ticket = { ...ticket, status: "used", inside: verdict.result === "admitted", ...first };
  const shown = passes ? changed : ticket;
  const answer: ScanResult = { ...verdict, ticket_id: ticket.id, seat: ticket.seat, zone: rules.zones[ticket.zone] ?? "", name: verdict.result === "refused" ? "" : ticket.name };
  if (shown.first_at && verdict.reason !== "void") answer.first_admitted_at = shown.first_at;
  if (shown.first_gate && verdict.reason !== "void") answer.first_gate = shown.first_gate;
  return { answer, ...(passes && { changed }), ...(!known && { unlisted: true }) };
}

/** The ticket as an answer of the server shows it, for when the network is gone a moment later. */
export function afterAnswer(ticket: Ticket, { result, reason, first_admitted_at, first_gate }: ScanResult): Ticket {
  const first = { first_at: first_admitted_at ?? ticket.first_at, first_gate: first_gate ?? ticket.first_gate };
  if (result === "admitted") return { ...ticket, ...first, status: "used", inside: true };
  if (result === "left") return { ...ticket, ...first, status: "used", inside: false };
  if (result === "already_admitted") return { ...ticket, ...first, status: "used" };
  if (reason === "void" || reason === "frozen") return { ...ticket, status: reason };
  return ticket;
}

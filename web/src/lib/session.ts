// Who is logged in. The access token lives in this module's memory only; the refresh token is a cookie no script can read.
// One refresh runs at a time, also across tabs (Web Locks), and tabs tell each other when somebody logs in or out.
import type { components } from "../contract/user.ts";
import { learnFrom, serverNow } from "./clock.ts";
import { reportAnswered, reportUnavailable } from "./connection.ts";
import { patientFetch } from "./patient_fetch.ts";
import { emptyPocket, pocket } from "./pocket.ts";
import { ApiProblem, toProblem } from "./problem.ts";
import { createStore } from "./store.ts";

export type User = components["schemas"]["User"];
type SessionAnswer = components["schemas"]["Session"];
/** Who is logged in, and what log-in and refresh alone tell of them. */
export type Person = User & Pick<SessionAnswer, "organisations" | "second_factor_needed">;
export type SessionState = { status: "unknown" } | { status: "anonymous" } | { status: "authenticated"; user: Person };

const hintKey = "gelora.session"; // only says that asking for a refresh is worth a try; no secret
const marginMs = 30_000;

export const session = createStore<SessionState>({ status: localStorage.getItem(hintKey) ? "unknown" : "anonymous" });

let token: { value: string; expiresAt: number } | undefined;
let refreshing: Promise<string | undefined> | undefined;
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("gelora.session");

export function begin(answer: SessionAnswer): void {
  token = { value: answer.access_token, expiresAt: serverNow() + answer.expires_in * 1000 };
  localStorage.setItem(hintKey, "1");
  const { user, organisations, second_factor_needed } = answer;
  if (!pocket(user.id)) emptyPocket();
  session.set({ status: "authenticated", user: { ...user, organisations, second_factor_needed } });
}

export function announceLogin(): void {
  channel?.postMessage("in");
}

export function end(): void {
  token = undefined;
  localStorage.removeItem(hintKey);
  emptyPocket();
  session.set({ status: "anonymous" });
}

export function announceLogout(): void {
  channel?.postMessage("out");
}

/** What an answer says of the person; whom they work for is told at log-in and refresh alone, and stays. */
export function changeUser(user: User): void {
  const now = session.get();
  if (now.status === "authenticated") session.set({ status: "authenticated", user: { ...now.user, ...user } });
}

async function askForRefresh(): Promise<string | undefined> {
  const sentAt = Date.now();
  const response = await patientFetch("/api/sessions/refresh", { method: "POST", credentials: "same-origin" });
  learnFrom(response.headers, sentAt);
  if (response.ok) {
    reportAnswered();
    begin((await response.json()) as SessionAnswer);
    return token?.value;
  }
  if (response.status === 401 || response.status === 403) {
    end();
    return undefined;
  }
  if (response.status >= 500) reportUnavailable(); // who is here cannot be told: pages wait, and the banner says for what
  throw toProblem(response, await response.json().catch(() => undefined));
}

/** A fresh token, or undefined when nobody is logged in. Throws when the service cannot be asked. */
export function refresh(): Promise<string | undefined> {
  const locked = () => ("locks" in navigator ? navigator.locks.request("gelora.refresh", askForRefresh) : askForRefresh());
  refreshing ??= locked().finally(() => {
    refreshing = undefined;
  }) as Promise<string | undefined>;
  return refreshing;
}

/** The token to send, refreshed when it is about to end. */
export async function currentToken(): Promise<string | undefined> {
  if (token && token.expiresAt - marginMs > serverNow()) return token.value;
  if (session.get().status === "anonymous") return undefined;
  return refresh();
}

/** Waits for the first refresh; keeps trying while the service is away, because not knowing is not being logged out. */
export async function settle(retryMs = 2000): Promise<void> {
  while (session.get().status === "unknown") {
    try {
      await refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfterS ?? retryMs / 1000) * 1000));
    }
  }
}

channel?.addEventListener("message", (event) => {
  if (event.data === "out") end();
  else if (session.get().status !== "authenticated") void refresh().catch(() => undefined);
});

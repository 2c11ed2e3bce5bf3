// Steps of somebody with an account, for the tests beside this file. They need GELORA_URL and GELORA_MAIL_API (see scripts/test.sh).
import { randomUUID } from "node:crypto";
import { createClient, type Client } from "../support/client.js";

export const url = (process.env["GELORA_URL"] ?? "http://localhost:8080").replace(/\/$/, "");
const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";

export const goodPassword = "lautan-biru-tenang-27";
export const newEmail = (name = "fan") => `${name}.${randomUUID().slice(0, 13)}@example.com`;

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The mails to an address, newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const reply = await fetch(`${mailApi}?to=${encodeURIComponent(email)}`);
  return ((await reply.json()) as { items: Mail[] }).items;
}

/** Waits for a mail to an address whose subject fits. */
export async function waitForMail(email: string, subject: RegExp): Promise<Mail> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const mails = await mailsTo(email);
    const found = mails.find((mail) => subject.test(mail.subject));
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`no mail ${subject} to ${email} within 15 s, but: ${mails.map((mail) => mail.subject).join(", ")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until there are that many mails to an address. */
export async function waitForMails(email: string, count = 1): Promise<Mail[]> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const mails = await mailsTo(email);
    if (mails.length >= count) return mails;
    if (Date.now() > deadline) throw new Error(`${mails.length} of ${count} mails to ${email} within 15 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The token of the link in a mail: {url}/verify?token=…, {url}/reset, {url}/invitation or {url}/transfer */
export function tokenIn(mail: Mail, page: "verify" | "reset" | "invitation" | "transfer"): string {
  const link = mail.text.match(/https?:\/\/\S+/)?.[0] ?? "";
  const found = new URL(link);
  if (`${found.origin}${found.pathname}` !== `${url}/${page}`) throw new Error(`not a link to ${url}/${page}: ${link}`);
  return found.searchParams.get("token") ?? "";
}

export async function register(client: Client, email: string, password = goodPassword, name = "Ayu Lestari"): Promise<void> {
  (await client.post("/api/users", { body: { email, password, name, locale: "id" } })).as(202);
}

/** A new account whose link was opened. */
export async function newAccount(password = goodPassword): Promise<{ email: string; password: string }> {
  const client = createClient(url);
  const email = newEmail();
  await register(client, email, password);
  const [mail] = await waitForMails(email);
  (await client.post("/api/users/verifications", { body: { token: tokenIn(mail!, "verify") } })).as(200);
  return { email, password };
}

/** Logs in; the client has the access token and the cookie afterwards. */
export async function logIn(client: Client, account: { email: string; password: string }) {
  const session = (await client.post("/api/sessions", { body: { email: account.email, password: account.password } })).as(201);
  client.token = session.access_token;
  return session;
}

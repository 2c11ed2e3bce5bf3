// A headless Chromium of this machine, and where the stack under test is.
//   GELORA_URL        the edge (default http://localhost:8080)
//   GELORA_MAIL_API   the development mailbox (default one of the same stack: port + 5)
//   GELORA_CHROMIUM   the browser (default /usr/bin/chromium)
import { chromium, type Browser } from "playwright-core";

export const url = (process.env["GELORA_URL"] ?? "http://localhost:8080").replace(/\/$/, "");

function usualMailApi(): string {
  const { hostname, port } = new URL(url);
  return `http://${hostname}:${Number(port || 80) + 5}/api/mails`;
}

export const mailApi = process.env["GELORA_MAIL_API"] ?? usualMailApi();

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["GELORA_CHROMIUM"] || "/usr/bin/chromium",
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });

interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** The newest mail to this address, once it is there. */
export async function mailTo(address: string, timeoutMs = 15_000): Promise<Mail> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const answer = (await (await fetch(`${mailApi}?to=${encodeURIComponent(address)}`)).json()) as { items: Mail[] };
    if (answer.items[0]) return answer.items[0];
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no mail to ${address} within ${timeoutMs} ms`);
}

export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+?\/verify\?token=[^\s"'<>]+/.exec(`${mail.text}\n${mail.html}`)?.[0];
  if (!link) throw new Error(`no verification link in: ${mail.text}`);
  return link.replaceAll("&amp;", "&");
}

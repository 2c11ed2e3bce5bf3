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

export const launch = {
  executablePath: process.env["GELORA_CHROMIUM"] || "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
};
/** Closing it fails when a page broke our content security policy meanwhile (which axe's own contexts bypass). */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch(launch);
  const complaints: string[] = [];
  const [newContext, close] = [browser.newContext.bind(browser), browser.close.bind(browser)];
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on("console", (message) => /Content Security Policy/.test(message.text()) && complaints.push(`${message.page()?.url() ?? ""}: ${message.text()}`));
    return context;
  };
  browser.close = async () => {
    await close();
    if (complaints.length > 0) throw new Error(`the content security policy was broken:\n${complaints.join("\n")}`);
  };
  return browser;
}

interface Mail {
  text: string;
  html: string;
}

/** The link to this page of ours in the newest mail to this address that has one, once it is there. */
export async function mailedLink(address: string, page: "verify" | "invitation" | "transfer", timeoutMs = 15_000): Promise<string> {
  const wanted = new RegExp(`https?://\\S+?/${page}\\?token=[^\\s"'<>]+`);
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const answer = (await (await fetch(`${mailApi}?to=${encodeURIComponent(address)}`)).json()) as { items: Mail[] };
    const link = answer.items.map(({ text, html }) => wanted.exec(`${text}\n${html}`)?.[0]).find(Boolean);
    if (link) return link.replaceAll("&amp;", "&");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no link to /${page} in a mail to ${address} within ${timeoutMs} ms`);
}

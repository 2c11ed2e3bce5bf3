// A program of an organisation's that webhooks call: keeps what it gets, and answers as it is told.
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Post {
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
  data: Record<string, unknown>;
}
/** `answer` says the status, or never. */
export interface Receiver {
  url: string;
  posts: Post[];
  answer: () => number | undefined | Promise<number>;
}

const servers: Server[] = [];

export async function receiver(answer: Receiver["answer"] = () => 200): Promise<Receiver> {
  const mine: Receiver = { url: "", posts: [], answer };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const { type, data } = JSON.parse(body) as Post;
      mine.posts.push({ headers: request.headers, body, type, data });
      void Promise.resolve(mine.answer()).then((status) => {
        if (status === 302) response.setHeader("Location", mine.url);
        if (status !== undefined) response.writeHead(status).end(`thanks ${"x".repeat(3000)}`);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  mine.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return mine;
}

export function closeReceivers(): void {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
}

export const sign = (secret: string, { headers, body }: Post): string => `v1,${createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64")).update(`${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`).digest("base64")}`;
export const signatures = ({ headers }: Post): string[] => String(headers["webhook-signature"]).split(" ");

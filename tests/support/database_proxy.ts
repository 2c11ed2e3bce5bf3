// A proxy on the way from a service to the database's socket. It passes on whole packets of the MySQL protocol, and does
// something to the next one that a test chooses: loses its answer, loses it, or keeps it until later.
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What happens to the chosen packet; the client's connection ends in each case. */
export type Fate =
  | "its answer is lost" // the server does all that it asks; then the connection is gone
  | "it never arrives"
  | "it arrives late"; // when deliver() says so

export interface DatabaseProxy {
  socket: string;
  /** The next packet with this text meets this fate, once. Ends when it has. */
  next(text: string, fate: Fate): Promise<void>;
  /** Lets late packets arrive; what the server answered to them. */
  deliver(): Promise<string>;
  close(): void;
}

const header = 4; // 3 bytes of length, 1 of sequence

export async function startDatabaseProxy(target: string): Promise<DatabaseProxy> {
  const folder = mkdtempSync(join(tmpdir(), "gelora-proxy-"));
  const socket = join(folder, "mysqld.sock");
  const open = new Set<Socket>();
  const late: { server: Socket; packet: Buffer }[] = [];
  let wish: { text: string; fate: Fate; met: () => void } | undefined;

  function meet(fate: Fate, packet: Buffer, client: Socket, server: Socket): void {
    server.unpipe(client);
    server.resume();
    if (fate === "its answer is lost") {
      server.end(packet); // it reads the end of the connection after it has done the packet, and closes then
      server.once("close", () => client.destroy());
      return;
    }
    server.removeAllListeners("close");
    client.destroy();
    if (fate === "it never arrives") server.destroy();
    else late.push({ server, packet });
  }

  const listener = createServer((client) => {
    const server = connect(target);
    for (const one of [client, server]) {
      open.add(one);
      one.on("error", () => one.destroy());
      one.once("close", () => open.delete(one));
    }
    let read = Buffer.alloc(0);
    let met = false;
    client.once("close", () => met || server.end());
    server.once("close", () => client.destroy());
    server.pipe(client, { end: false });
    client.on("data", (bytes: Buffer) => {
      read = Buffer.concat([read, bytes]);
      while (!met && read.length >= header && read.length >= header + read.readUIntLE(0, 3)) {
        const packet = read.subarray(0, header + read.readUIntLE(0, 3));
        read = read.subarray(packet.length);
        if (wish === undefined || !packet.includes(wish.text)) {
          server.write(packet);
          continue;
        }
        met = true;
        const { fate, met: tell } = wish;
        wish = undefined;
        meet(fate, packet, client, server);
        tell();
      }
    });
  });
  await new Promise<void>((resolve) => listener.listen(socket, resolve));

  async function deliverOne({ server, packet }: (typeof late)[number]): Promise<string> {
    let answer = "";
    server.on("data", (bytes: Buffer) => (answer += bytes.toString("latin1")));
    server.end(packet);
    await new Promise((resolve) => server.once("close", resolve));
    return answer;
  }
  return {
    socket,
    next: (text, fate) => new Promise((met) => (wish = { text, fate, met })),
    deliver: async () => (await Promise.all(late.splice(0).map(deliverOne))).join("\n"),
    close: () => {
      listener.close();
      for (const one of open) one.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

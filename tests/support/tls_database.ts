// TLS before the database's local socket, with whatever certificate a test wants its clients to see. Between their hello and the
// server's OK one packet more is spoken on the client's side, so that numbers of packets differ by one; after it bytes are passed on.
import { readFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { createSecureContext, TLSSocket, type SecureContext } from "node:tls";

export interface TlsDatabase {
  port: number;
  /** What connections from now on are shown; those that are there end. */
  show(certificate: { cert: string; key: string }): void;
  close(): void;
}

const header = 4; // 3 bytes of length, 1 of sequence
const client_ssl = 0x0800; // among the capabilities

/** Calls back with whole packets while `go_on` says so; the bytes after them stay in the stream. */
function eachPacket(from: Socket, take: (packet: Buffer) => boolean, then: () => void): void {
  const read = () => {
    for (;;) {
      const head = from.read(header) as Buffer | null;
      if (head === null) return;
      const length = head.readUIntLE(0, 3);
      if (from.readableLength < length) return from.unshift(head);
      if (take(Buffer.concat([head, from.read(length) as Buffer]))) continue;
      from.off("readable", read);
      return then();
    }
  };
  from.on("readable", read);
}

/** The server's first packet, as one that speaks TLS says it. */
function withTls(greeting: Buffer): Buffer {
  const version_end = greeting.indexOf(0, header + 1);
  const capabilities = version_end + 1 + 4 + 8 + 1;
  greeting.writeUInt16LE(greeting.readUInt16LE(capabilities) | client_ssl, capabilities);
  return greeting;
}

export async function startTlsDatabase(target: string): Promise<TlsDatabase> {
  const open = new Set<Socket>();
  let context: SecureContext;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => open.delete(socket));
  };

  function logIn(client: TLSSocket, server: Socket): void {
    const number = (packet: Buffer, by: number) => {
      packet[3] = packet[3]! + by;
      return packet;
    };
    let first = true;
    eachPacket(client, (packet) => {
      if (first) packet.writeUInt16LE(packet.readUInt16LE(header) & ~client_ssl, header);
      first = false;
      return server.write(number(packet, -1)), true;
    }, () => undefined);
    eachPacket(server, (packet) => {
      client.write(number(packet, 1));
      return packet[header] !== 0x00 && packet[header] !== 0xff;
    }, () => {
      client.removeAllListeners("readable");
      client.pipe(server);
      server.pipe(client);
    });
  }

  const listener = createServer((client) => {
    const server = connect(target);
    for (const one of [client, server]) keep(one);
    server.once("close", () => client.destroy());
    client.once("close", () => server.destroy());
    eachPacket(server, (greeting) => (client.write(withTls(greeting)), false), () => undefined);
    eachPacket(client, () => false, () => {
      const secure = new TLSSocket(client, { isServer: true, secureContext: context });
      keep(secure);
      logIn(secure, server);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    show: ({ cert, key }) => {
      context = createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
      for (const one of open) one.destroy();
    },
    close: () => {
      listener.close();
      for (const one of open) one.destroy();
    },
  };
}

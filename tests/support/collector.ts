// A collector of traces, as far as OTLP over HTTP with JSON goes: keeps the spans that are sent to it.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Span {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  began_ns: bigint;
  ended_ns: bigint;
  attributes: Record<string, string>;
  links: { traceId: string; spanId: string }[];
}

interface Attribute {
  key: string;
  value: { stringValue: string };
}
interface Body {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: (Omit<Span, "attributes"> & { attributes: Attribute[]; startTimeUnixNano: string; endTimeUnixNano: string })[] }[] }[];
}
const read = (attributes: Attribute[]) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));

export class Collector {
  readonly spans: Span[] = [];
  #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Collector> {
    const server = createServer((request, response) => {
      let text = "";
      request.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => {
        const known = request.url === "/v1/traces" && request.headers["content-type"] === "application/json";
        if (known) collector.#take(JSON.parse(text) as Body);
        response.writeHead(known ? 200 : 404, { "Content-Type": "application/json" }).end("{}");
      });
    });
    const collector = new Collector(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return collector;
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(body: Body) {
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const service = read(resource.attributes)["service.name"]!;
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({ ...span, service, attributes: read(span.attributes), began_ns: BigInt(span.startTimeUnixNano), ended_ns: BigInt(span.endTimeUnixNano) });
    }
  }
}

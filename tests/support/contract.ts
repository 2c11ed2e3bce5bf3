// The contracts as judges: every answer of a service is held against contracts/*.openapi.yaml.
//
//   validate("booking", "POST", "/api/shows/{id}/holds", 201, body)   -> [] when it is as promised, else readable complaints
//   routesOf("booking")                                            -> [{ method, path, access }] for the route-table test
//   locate("POST", "/api/shows/7/holds")                             -> { service: "booking", path: "/api/shows/{id}/holds" }
//
// `path` may be the template or a real path. Problem answers are judged by their media type, application/problem+json. A
// status the contract does not name is a complaint, except 405, which every route may answer. Most tests do not call this:
// the client beside it (client.ts) does, for every answer.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

export type Service = "user" | "booking" | "payment";
export type Access = "public" | "bearer" | "cookie";
export interface Route {
  method: string;
  path: string;
  access: Access;
}

interface Media {
  schema?: unknown;
}
interface Reply {
  $ref?: string;
  content?: Record<string, Media>;
  headers?: Record<string, unknown>;
}
interface Operation {
  security?: Record<string, unknown>[];
  responses: Record<string, Reply>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses?: Record<string, Reply> };
}

const services: readonly Service[] = ["user", "booking", "payment"];
const methods = ["get", "post", "put", "patch", "delete"];
const folder = fileURLToPath(new URL("../../contracts/", import.meta.url));
const address = (file: string) => `https://contracts.test/${file}`;

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addFormat("int64", true);

const documents = new Map<string, Document>();
for (const name of ["common", ...services]) {
  const file = `${name}.openapi.yaml`;
  const document = parse(readFileSync(folder + file, "utf8")) as Document;
  documents.set(file, document);
  ajv.addSchema(document, address(file));
}

const escape = (key: string) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
const fileOf = (service: Service) => `${service}.openapi.yaml`;
const pathsOf = (service: Service) => documents.get(fileOf(service))!.paths;

function matches(template: string, path: string): boolean {
  const want = template.split("/");
  const have = path.split("/");
  return want.length === have.length && want.every((part, i) => part === have[i] || (part.startsWith("{") && have[i] !== ""));
}

/** The template of a real path; a literal segment wins over a parameter. */
function templateOf(service: Service, method: string, path: string): string | undefined {
  const bare = path.split("?")[0]!;
  const candidates = Object.keys(pathsOf(service)).filter((template) => matches(template, bare));
  const parameters = (template: string) => template.split("{").length;
  candidates.sort((a, b) => parameters(a) - parameters(b));
  return candidates.find((template) => method.toLowerCase() in pathsOf(service)[template]!);
}

export function locate(method: string, path: string): { service: Service; path: string } | undefined {
  for (const service of services) {
    const template = templateOf(service, method, path);
    if (template !== undefined) return { service, path: template };
  }
  return undefined;
}

function accessOf(operation: Operation): Access {
  const schemes = (operation.security ?? []).flatMap((entry) => Object.keys(entry));
  if (schemes.includes("refreshCookie")) return "cookie";
  return schemes.includes("bearer") ? "bearer" : "public";
}

export function routesOf(service: Service): Route[] {
  return Object.entries(pathsOf(service)).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ method: method.toUpperCase(), path, access: accessOf(item[method]!) })),
  );
}

/** The file and JSON pointer where a reply's content is written, references followed. */
function findReply(service: Service, method: string, template: string, status: number): { reply: Reply; at: string } | undefined {
  const reply = pathsOf(service)[template]?.[method.toLowerCase()]?.responses[String(status)];
  if (!reply) return undefined;
  if (!reply.$ref) {
    const pointer = ["paths", template, method.toLowerCase(), "responses", String(status)].map(escape).join("/");
    return { reply, at: `${address(fileOf(service))}#/${pointer}` };
  }
  const [file, pointer] = reply.$ref.split("#") as [string, string];
  const home = file || fileOf(service);
  const name = pointer.split("/").at(-1)!;
  return { reply: documents.get(home)!.components.responses![name]!, at: `${address(home)}#${pointer}` };
}

export interface Judged {
  contentType?: string | null;
}

export function validate(service: Service, method: string, path: string, status: number, body: unknown, { contentType }: Judged = {}): string[] {
  const template = path in pathsOf(service) ? path : templateOf(service, method, path);
  if (template === undefined) return [`${method} ${path} is not in ${fileOf(service)}`];
  const where = `${method} ${template} → ${status}`;
  if (status === 304 || (status === 405 && body !== undefined)) return [];
  const found = findReply(service, method, template, status);
  if (!found) return [`${where}: the contract names no such status`];
  const media = Object.keys(found.reply.content ?? {})[0];
  const empty = body === undefined || body === null || body === "";
  if (media === undefined) return empty || status < 300 ? [] : [`${where}: must have no body`];
  if (empty) return [`${where}: the body is missing`];
  const type = contentType?.split(";")[0]!.trim();
  if (type !== undefined && type !== media) return [`${where}: media type is ${type}, must be ${media}`];
  const check = ajv.compile({ $ref: `${found.at}/content/${escape(media)}/schema` });
  if (check(body)) return [];
  const complaints = (check.errors ?? []).map((error) => {
    const wanted = "allowedValue" in error.params ? ` ${JSON.stringify(error.params["allowedValue"])}` : "";
    return `${where}: ${error.instancePath || "/"} ${error.message ?? "is wrong"}${wanted}`;
  });
  return [...new Set(complaints)];
}

/** Throws with every complaint when the answer is not as the contract promises. */
export function expectAsPromised(...answer: Parameters<typeof validate>): void {
  const complaints = validate(...answer);
  if (complaints.length > 0) throw new Error(`${complaints.join("\n")}\nbody: ${JSON.stringify(answer[4])?.slice(0, 2000)}`);
}

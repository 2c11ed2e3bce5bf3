// Generates what is derived from the contracts: TypeScript types and the Postman collection.
// `types` and `postman` write; `check` compares with what is committed and fails on a difference.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import Converter from "openapi-to-postmanv2";
import { bundle, createConfig } from "@redocly/openapi-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const services = ["user", "booking", "payment"];
const contract = (service) => join(here, `${service}.openapi.yaml`);

async function types() {
  const files = {};
  for (const service of services) {
    const ast = await openapiTS(pathToFileURL(contract(service)), { alphabetize: false });
    files[`web/src/contract/${service}.ts`] =
      `// Generated from contracts/${service}.openapi.yaml by \`npm run contracts:types\`.\n\n${astToString(ast)}`;
  }
  return files;
}

/** One self-contained document per service: no reference leaves the file. */
export async function bundled(service) {
  const config = await createConfig({});
  const { bundle: document } = await bundle({ ref: contract(service), config, dereference: false });
  return document.parsed;
}

function convert(document) {
  const options = { folderStrategy: "Tags", parametersResolution: "Example", optimizeConversion: false, includeAuthInfoInExample: false };
  let seed = 1; // the converter fills gaps at random; the same contract has to give the same file
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return new Promise((resolve, reject) => {
    Converter.convertV2({ type: "json", data: document }, options, (error, answer) => {
      if (error || !answer.result) reject(error ?? new Error(answer.reason));
      else resolve(answer.output[0].data);
    });
  });
}

/** Ids are random in the converter; positions make them stable, so that an unchanged contract gives an unchanged file. */
function stable(node, path = "gelora") {
  if (Array.isArray(node)) return node.map((item, index) => stable(item, `${path}.${index}`));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node).filter(([key]) => key !== "_postman_id" && key !== "response");
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === "id" && typeof value === "string" ? path : stable(value, `${path}.${key}`)]),
  );
}

async function postman() {
  const folders = [];
  for (const service of services) {
    const { item } = await convert(await bundled(service));
    folders.push({ name: `${service}-service`, item: stable(item, service) });
  }
  const collection = {
    info: { name: "Gelora", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{access_token}}", type: "string" }] },
    variable: [
      { key: "baseUrl", value: "http://localhost:8080" },
      { key: "access_token", value: "" },
    ],
    item: folders,
  };
  return { "docs/postman/gelora.postman_collection.json": `${JSON.stringify(collection, null, 1)}\n` };
}

async function write(files) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
    console.log(`wrote ${name}`);
  }
}

async function check(files) {
  let stale = 0;
  for (const [name, text] of Object.entries(files)) {
    const committed = await readFile(join(root, name), "utf8").catch(() => "");
    if (committed === text) continue;
    stale += 1;
    console.error(`${name} is not what the contracts give: run npm run contracts:types && npm run contracts:postman`);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv[2];
  if (command === "types") await write(await types());
  else if (command === "postman") await write(await postman());
  else if (command === "check") process.exit((await check({ ...(await types()), ...(await postman()) })) === 0 ? 0 : 1);
  else {
    console.error("usage: node contracts/generate.mjs types|postman|check");
    process.exit(2);
  }
}

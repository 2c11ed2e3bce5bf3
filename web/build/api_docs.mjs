// Puts Swagger UI and the three contracts, each resolved into one JSON file, into dist/docs. No inline script or style, so
// that the content security policy of every other page holds here too.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled } from "../../contracts/generate.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../dist/docs");
const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const services = ["user", "booking", "payment"];

mkdirSync(out, { recursive: true });
for (const file of ["swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js"]) cpSync(join(swagger, file), join(out, file));
for (const service of services) writeFileSync(join(out, `${service}.json`), JSON.stringify(await bundled(service)));

const urls = services.map((service) => ({ name: `${service}-service`, url: `/docs/${service}.json` }));
writeFileSync(
  join(out, "start.js"),
  `SwaggerUIBundle({ dom_id: "#docs", urls: ${JSON.stringify(urls)}, layout: "StandaloneLayout", persistAuthorization: false,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], validatorUrl: null, displayRequestDuration: true });\n`,
);
writeFileSync(join(out, "docs.css"), "body { margin: 0; background: #fff; }\n");
writeFileSync(
  join(out, "index.html"),
  `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Gelora API</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/docs/docs.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/swagger-ui-standalone-preset.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`,
);
console.log("wrote dist/docs");

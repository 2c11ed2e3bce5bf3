// Reads a ZIP by Python's own library: not by the one that wrote it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = `import base64, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps({n: base64.b64encode(z.read(n)).decode() for n in z.namelist()}))`;

/** The files of a ZIP. */
export function unzip(bytes: Uint8Array): Record<string, Buffer> {
  const file = join(mkdtempSync(join(tmpdir(), "gelora-zip-")), "all.zip");
  writeFileSync(file, bytes);
  const all = JSON.parse(execFileSync("python3", ["-c", script, file], { encoding: "utf8", maxBuffer: 1 << 26 })) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, Buffer.from(text, "base64")]));
}

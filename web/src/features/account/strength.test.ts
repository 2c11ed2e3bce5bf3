import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commonPasswordsAt } from "./common_passwords.ts";
import { fewestOf, lookUps, strengthOf, verdictOf } from "./strength.ts";

const domain = new URL("../../../../services/user/domain/", import.meta.url);
const list = readFileSync(new URL("common_passwords.bin", domain));
const cases = JSON.parse(readFileSync(new URL("password_cases.json", domain), "utf8")) as { password: string; email: string; name: string; fewest?: number; verdict: string | null }[];
const never = new AbortController().signal;

/** A server with the file; `ranges`: whether it knows them. The ranges that were asked for. */
function serve(ranges: boolean, status = 200) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const range = new Headers(init.headers).get("range")!;
    asked.push(range);
    if (status !== 200) return new Response("", { status });
    if (!ranges) return new Response(list);
    const [from, to] = range.replace("bytes=", "").split("-").map(Number);
    return new Response(list.subarray(from, to! + 1), { status: 206 });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe("a password", () => {
  it("is judged as the table says that the server is held to as well", async () => {
    serve(true);
    const common = commonPasswordsAt("/list");
    expect(cases.length).toBeGreaterThan(50);
    for (const { password, verdict, fewest, ...person } of cases) {
      const found = await Promise.all(lookUps(password).map((text) => common.has(text, never)));
      expect([password, verdictOf(password, person, found.includes(true), fewest) ?? null]).toEqual([password, verdict]);
    }
  });

  it("of staff has 15 characters", () => {
    expect([fewestOf({}), fewestOf({ roles: ["customer"] }), fewestOf({ roles: ["customer", "gate"] }), fewestOf({ roles: ["customer"], organisations: [{}] })]).toEqual([12, 12, 15, 15]);
    expect(verdictOf("kopi-tubruk1", { roles: ["admin"] }, false)).toBe("short");
  });

  it("is common without the list's help when hardly more than digits is in it", () => {
    expect(verdictOf("1234567890-abc", {}, false)).toBe("common");
  });

  it.each([
    ["lautanbiru27", 2],
    ["lautan-biru-tenang-27", 3],
  ] as const)("%s has strength %i", (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });
});

describe("the list", () => {
  it("is read slice by slice, and each slice once", async () => {
    const asked = serve(true);
    const common = commonPasswordsAt("/list");
    for (let i = 0; i < 2; i++) expect([await common.has("password", never), await common.has("lautanbirutenang", never)]).toEqual([true, false]);
    expect(asked).toHaveLength(3);
    expect(asked[0]).toBe("bytes=0-1023");
    for (const range of asked) {
      const [from, to] = range.replace("bytes=", "").split("-").map(Number);
      expect(to! - from!).toBeLessThan(4_000);
    }
  });

  it("is read as a whole from a server without ranges", async () => {
    const asked = serve(false);
    const common = commonPasswordsAt("/list");
    expect([await common.has("password", never), await common.has("dragon", never), await common.has("lautanbirutenang", never)]).toEqual([true, true, false]);
    expect(asked).toHaveLength(1);
  });

  it("that cannot be had is asked for again the next time", async () => {
    serve(true, 503);
    const common = commonPasswordsAt("/list");
    await expect(common.has("password", never)).rejects.toThrow("503");
    serve(true);
    expect(await common.has("password", never)).toBe(true);
  });
});

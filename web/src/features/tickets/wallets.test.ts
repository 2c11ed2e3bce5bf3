import { expect, it } from "vitest";
import { walletsFor } from "./wallets.ts";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15";
const android = "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
const linux = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

it("offers the wallet of the device, and both where the phone is not known", () => {
  const both = ["apple", "google"] as const;
  expect(walletsFor(both, iphone)).toEqual(["apple"]);
  expect(walletsFor(both, mac)).toEqual(["apple"]);
  expect(walletsFor(both, android)).toEqual(["google"]);
  expect(walletsFor(both, linux)).toEqual(both);
});

it("offers nothing that the ticket cannot go into", () => {
  expect(walletsFor(["google"], iphone)).toEqual([]);
  expect(walletsFor([], linux)).toEqual([]);
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { forget, learn, learnFrom, serverNow } from "./clock.ts";

afterEach(() => {
  forget();
  vi.useRealTimers();
});

describe("the server's clock", () => {
  it("follows a device clock that is five minutes slow", () => {
    vi.useFakeTimers({ now: Date.parse("2027-01-01T00:00:00Z") });
    learn("Fri, 01 Jan 2027 00:05:00 GMT", Date.now() - 100, Date.now());
    expect(serverNow() - Date.now()).toBeGreaterThan(299_000);
  });

  it("does not wobble within the second a Date header leaves open", () => {
    vi.useFakeTimers({ now: Date.parse("2027-01-01T00:00:00Z") });
    learn("Fri, 01 Jan 2027 00:00:00 GMT", Date.now() - 20, Date.now());
    expect(serverNow()).toBe(Date.now());
  });

  it("does not believe an answer that may come out of a cache", () => {
    learnFrom(new Headers({ Date: "Fri, 01 Jan 2021 00:00:00 GMT", "Cache-Control": "public, max-age=86400, immutable" }), Date.now());
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
    learnFrom(new Headers({ Date: "Fri, 01 Jan 2021 00:00:00 GMT", "Cache-Control": "no-store" }), Date.now());
    expect(serverNow()).toBeLessThan(Date.now() - 1e9);
  });

  it("ignores what is no date", () => {
    learn("soon", 0, 10);
    learn(null, 0, 10);
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
  });
});

import { describe, expect, it } from "vitest";
import { locate, routesOf, validate } from "./contract.js";

const problem = (slug: string, status: number, extra = {}) => ({
  type: `https://gelora.dev/problems/${slug}`,
  title: "x",
  status,
  request_id: "r1",
  ...extra,
});

describe("validate", () => {
  it("accepts what the contract promises", () => {
    expect(validate("user", "POST", "/api/users", 202, { status: "verification_sent" })).toEqual([]);
  });

  it("names what is missing", () => {
    const complaints = validate("payment", "POST", "/api/payments", 201, { id: "1", booking_id: "2", provider: "sandbox", status: "pending" });
    expect(complaints.join()).toContain("amount");
  });

  it("follows references into the shared file, and into allOf", () => {
    expect(validate("booking", "GET", "/api/holds/{id}", 404, problem("not-found", 404))).toEqual([]);
    expect(validate("booking", "GET", "/api/holds/{id}", 404, problem("gone", 404))).not.toEqual([]);
    expect(validate("booking", "GET", "/api/tickets/9", 200, { id: "1", code: "c", seat_no: 0, label: "A-1", zone: "VIP", status: "valid" })).not.toEqual([]);
  });

  it("asks for the extras of a problem", () => {
    expect(validate("booking", "POST", "/api/shows/7/holds", 409, problem("seats-taken", 409))).not.toEqual([]);
    expect(validate("booking", "POST", "/api/shows/7/holds", 409, problem("seats-taken", 409, { seat_nos: [4] }))).toEqual([]);
  });

  it("refuses a status that the contract does not name", () => {
    expect(validate("user", "POST", "/api/users", 500, problem("internal-error", 500))).toEqual([
      "POST /api/users → 500: the contract names no such status",
    ]);
  });

  it("judges the media type", () => {
    const answer = problem("not-found", 404);
    expect(validate("booking", "GET", "/api/holds/{id}", 404, answer, { contentType: "application/json" })[0]).toContain("media type");
    expect(validate("booking", "GET", "/api/holds/{id}", 404, answer, { contentType: "application/problem+json; charset=utf-8" })).toEqual([]);
  });

  it("wants no body where there is none", () => {
    expect(validate("booking", "DELETE", "/api/holds/{id}", 204, undefined)).toEqual([]);
  });
});

describe("locate", () => {
  it("prefers a literal segment to a parameter", () => {
    expect(locate("POST", "/api/users/verifications")).toEqual({ service: "user", path: "/api/users/verifications" });
    expect(locate("DELETE", "/api/sessions/current")).toEqual({ service: "user", path: "/api/sessions/current" });
    expect(locate("DELETE", "/api/sessions/12")).toEqual({ service: "user", path: "/api/sessions/{id}" });
    expect(locate("GET", "/api/shows/12/availability?x=1")?.service).toBe("booking");
  });

  it("knows what is nobody's", () => {
    expect(locate("GET", "/internal/x")).toBeUndefined();
  });
});

describe("routesOf", () => {
  it("lists method, path and who may", () => {
    expect(routesOf("payment")).toContainEqual({ method: "POST", path: "/api/payments", access: "bearer" });
    expect(routesOf("user")).toContainEqual({ method: "POST", path: "/api/sessions/refresh", access: "cookie" });
    expect(routesOf("booking")).toContainEqual({ method: "GET", path: "/api/concerts", access: "public" });
  });
});

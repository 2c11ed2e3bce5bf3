import { describe, expect, it } from "vitest";
import { ApiProblem, fieldErrors, toProblem } from "./problem.ts";

const answer = (status: number, headers = {}) => new Response(null, { status, headers });

describe("toProblem", () => {
  it("takes the slug from the type", () => {
    const problem = toProblem(answer(409), { type: "https://gelora.dev/problems/seats-taken", seat_nos: [3] });
    expect(problem).toMatchObject({ slug: "seats-taken", status: 409, body: { seat_nos: [3] }, transient: false });
  });

  it("is transient, with the server's delay, when the service is away", () => {
    const problem = toProblem(answer(503, { "Retry-After": "2" }), { type: "https://gelora.dev/problems/unavailable" });
    expect(problem).toMatchObject({ transient: true, retryAfterS: 2 });
  });

  it("survives a body that is no problem", () => {
    expect(toProblem(answer(502), "<html>").slug).toBe("unavailable");
  });
});

describe("fieldErrors", () => {
  it("maps pointers to field names", () => {
    const errors = [{ pointer: "/email", message: "taken" }, { pointer: "/attendees/0/name", message: "missing" }];
    expect(fieldErrors(new ApiProblem("invalid-request", 422, { errors }))).toEqual({ email: "taken", "attendees.0.name": "missing" });
  });
});

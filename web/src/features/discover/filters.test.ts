import { describe, expect, it } from "vitest";
import { isFiltering, readFilters, withFilter } from "./filters.ts";

describe("filters in the address", () => {
  it("survive the trip there and back", () => {
    const search = withFilter(withFilter(new URLSearchParams(), "q", "laut senja"), "city", "Jakarta");
    expect(readFilters(new URLSearchParams(search.toString()))).toEqual({ q: "laut senja", city: "Jakarta" });
  });

  it("go away when emptied, and leave strangers alone", () => {
    const search = withFilter(new URLSearchParams("q=x&utm=y"), "q", " ");
    expect(search.toString()).toBe("utm=y");
    expect(isFiltering(readFilters(search))).toBe(false);
  });
});

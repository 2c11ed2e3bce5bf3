// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderAt } from "../../testing/render.tsx";
import { iconNames } from "../../ui/Icon.tsx";
import DesignPage from "./DesignPage.tsx";

const parts = import.meta.glob("../../ui/*.tsx");
const page = import.meta.glob<string>("./*.tsx", { eager: true, query: "?raw", import: "default" });
const elsewhere = ["LogInFirst", "PlacesOfGroup", "Poster", "PriceList", "QueryProblem", "SecondFactorNotice"]; // within another part, of others, or of a query's answer

it("shows every part that pages are made of", () => {
  const shown = Object.values(page).join();
  const names = Object.keys(parts).map((path) => /(\w+)\.tsx$/.exec(path)![1]!);
  expect(names.filter((name) => !elsewhere.includes(name) && !shown.includes(`ui/${name}.tsx`))).toEqual([]);
});

it("stands", () => {
  renderAt("/design", "/design", <DesignPage />);
  expect(screen.getByRole("heading", { name: "Buttons" })).toBeDefined();
  for (const name of iconNames) expect(screen.getAllByText(name).length).toBeGreaterThan(0);
});

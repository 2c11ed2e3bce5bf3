// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { renderAt } from "../../testing/render.tsx";
import { PasswordField } from "./PasswordField.tsx";

const list = readFileSync("../services/user/domain/common_passwords.bin");

it("says that a password is common, once the list was looked at, and keeps quiet without the list", async () => {
  const asked: string[] = [];
  const answers: Record<string, () => Response> = { there: () => new Response(new Uint8Array(list)), away: () => Response.error() };
  const serve = (how: "there" | "away") =>
    vi.stubGlobal("fetch", (url: string) => {
      asked.push(url);
      return Promise.resolve(answers[how]!());
    });

  serve("away");
  const { rerender } = renderAt("/", "/", <PasswordField label="Password" measured="sunshine-19851985" />);
  expect(screen.getByText("Strong")).toBeTruthy();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.getByText("Strong")).toBeTruthy();

  serve("there");
  rerender(<PasswordField label="Password" measured="sunshine-19851986" />);
  expect(await screen.findByText("One of the most used passwords")).toBeTruthy();
  rerender(<PasswordField label="Password" measured="lautan-biru-tenang" />);
  expect(screen.getByText("Strong")).toBeTruthy();
});

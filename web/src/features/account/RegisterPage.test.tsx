// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import RegisterPage from "./RegisterPage.tsx";

async function fill() {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Name"), "Ayu");
  await user.type(screen.getByLabelText("Email"), "ayu@example.com");
  await user.type(screen.getByLabelText("Password"), "lautan-biru-tenang");
  await user.click(screen.getByRole("button", { name: "Register" }));
}

it("shows every field error of the server at its field, focuses the first and keeps the input", async () => {
  fakeServer({ "POST /api/users": [problem(422, "invalid-request", { errors: [{ pointer: "/email", message: "cannot be used" }, { pointer: "/password", message: "is too common" }] })] });
  renderAt("/register", "/register", <RegisterPage />);
  await fill();
  const email = await screen.findByLabelText("Email");
  expect(email.getAttribute("aria-describedby")).toBe((await screen.findByText("cannot be used")).id);
  expect(screen.getByText("is too common")).toBeTruthy();
  expect(document.activeElement).toBe(email);
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Ayu");
});

it("sends the form once it is right, and goes on to the mail", async () => {
  const seen = fakeServer({ "POST /api/users": [{ status: 202, body: { status: "verification_sent" } }] });
  renderAt("/register", "/register", <RegisterPage />);
  await fill();
  await screen.findByText("elsewhere");
  expect(seen.filter(({ route }) => route.startsWith("POST")).map(({ body }) => body)).toEqual([{ name: "Ayu", email: "ayu@example.com", password: "lautan-biru-tenang", locale: "en" }]);
});

it("asks for what is missing without asking the server", async () => {
  const seen = fakeServer({});
  renderAt("/register", "/register", <RegisterPage />);
  await userEvent.setup().click(screen.getByRole("button", { name: "Register" }));
  await screen.findByText("Write your name.");
  expect(screen.getByText("12 characters at least. A short sentence is easier to remember.")).toBeTruthy();
  expect(seen).toEqual([]);
});

it("says why a password will be refused, while it is typed", async () => {
  fakeServer({});
  renderAt("/register", "/register", <RegisterPage />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Name"), "Ayu Lestari");
  const password = screen.getByLabelText("Password");
  expect(screen.getByText("12 characters or more")).toBeTruthy();
  for (const [text, words] of [["kopi-tubruk", "Too short"], ["abababababab", "Repeats a few characters"], ["AyuLestari-2026", "Too close to your name, your address or ours"], ["kopi-tubruk-panas", "Good"]] as const) {
    await user.clear(password);
    await user.type(password, text);
    expect(screen.getByText(words)).toBeTruthy();
  }
});

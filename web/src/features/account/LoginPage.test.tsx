// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { end } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import LoginPage from "./LoginPage.tsx";

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;
const credential = { rawId: bytes(9), response: { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(3) } };
const sent = { credential_id: "CQ", client_data_json: "AQ", authenticator_data: "Ag", signature: "Aw" };
const request = { challenge: "AQI", rp_id: "gelora.test", allow: [], timeout_ms: 300_000 };
const opened = { status: 201, body: { access_token: "t", token_type: "Bearer", expires_in: 600, user: { id: "1", email: "a@b.co", name: "Ayu", locale: "en", roles: ["customer"], created_at: "2027-01-01T00:00:00Z" } } };
const cancelled = () => Promise.reject(new DOMException("", "NotAllowedError"));

type Get = (options: CredentialRequestOptions) => Promise<unknown>;
/** A browser with passkeys; `list`: they are in its list of saved log-ins too. */
function browserWith(get: Get, list = false) {
  const spy = vi.fn(get);
  vi.stubGlobal("PublicKeyCredential", { isConditionalMediationAvailable: () => Promise.resolve(list) });
  Object.defineProperty(navigator, "credentials", { configurable: true, value: { get: spy } });
  return spy;
}

beforeEach(() => end());
afterEach(() => Reflect.deleteProperty(navigator, "credentials"));

const open = () => renderAt("/login", "/login", <LoginPage />);
const passkeyButton = () => screen.getByRole("button", { name: "Log in with a passkey" });
async function logIn() {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Email"), "a@b.co");
  await user.type(screen.getByLabelText("Password"), "lautan-biru-tenang-27");
  await user.click(screen.getByRole("button", { name: "Log in" }));
}

it("offers no passkey where the browser has none", () => {
  open();
  expect(screen.queryByRole("button", { name: "Log in with a passkey" })).toBeNull();
  expect(screen.getByLabelText("Email").getAttribute("autocomplete")).toBe("username");
});

it("logs in with a passkey", async () => {
  const seen = fakeServer({ "POST /api/sessions/passkey/options": [{ status: 201, body: request }], "POST /api/sessions/passkey": [opened] });
  const get = browserWith(() => Promise.resolve(credential));
  open();
  expect(screen.getByLabelText("Email").getAttribute("autocomplete")).toBe("username webauthn");
  await userEvent.setup().click(passkeyButton());
  await screen.findByText("elsewhere");
  expect(get.mock.calls[0]![0]).toMatchObject({ publicKey: { rpId: "gelora.test", userVerification: "required" } });
  expect(seen.at(-1)).toMatchObject({ route: "POST /api/sessions/passkey", body: sent });
});

it("says calmly that it was cancelled, asks for no second challenge, and takes the password", async () => {
  const seen = fakeServer({ "POST /api/sessions/passkey/options": [{ status: 201, body: request }], "POST /api/sessions": [opened] });
  browserWith(cancelled);
  open();
  const user = userEvent.setup();
  await user.click(passkeyButton());
  expect((await screen.findByText("No passkey was used")).closest("[role=status]")).toBeTruthy();
  await user.click(passkeyButton());
  await screen.findByText("No passkey was used");
  expect(seen.map(({ route }) => route)).toEqual(["POST /api/sessions/passkey/options"]);
  await logIn();
  await screen.findByText("elsewhere");
});

it("says that a passkey is not known here", async () => {
  fakeServer({ "POST /api/sessions/passkey/options": [{ status: 201, body: request }], "POST /api/sessions/passkey": [problem(401, "passkey-invalid")] });
  browserWith(() => Promise.resolve(credential));
  open();
  await userEvent.setup().click(passkeyButton());
  await screen.findByText("This passkey does not open");
});

it("waits in the browser's list of log-ins, and stops when the form is sent", async () => {
  fakeServer({ "POST /api/sessions/passkey/options": [{ status: 201, body: request }], "POST /api/sessions": [problem(401, "invalid-credentials")] });
  const get = browserWith(({ signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")))), true);
  open();
  await vi.waitFor(() => expect(get).toHaveBeenCalledTimes(1));
  const { mediation, signal } = get.mock.calls[0]![0];
  expect([mediation, signal!.aborted]).toEqual(["conditional", false]);
  await logIn();
  await screen.findByText("Email or password is wrong");
  expect(signal!.aborted).toBe(true);
  await vi.waitFor(() => expect(get).toHaveBeenCalledTimes(2)); // and waits again for the next try
});

it("ends the waiting one before the button's own ceremony begins", async () => {
  fakeServer({ "POST /api/sessions/passkey/options": [{ status: 201, body: request }], "POST /api/sessions/passkey": [opened] });
  let pending = 0;
  const get = browserWith(({ signal, mediation }) => {
    if (pending > 0) return Promise.reject(new DOMException("a request is pending", "OperationError"));
    if (mediation !== "conditional") return Promise.resolve(credential);
    pending += 1;
    return new Promise((_, reject) => signal!.addEventListener("abort", () => ((pending -= 1), reject(new DOMException("", "AbortError")))));
  }, true);
  open();
  await vi.waitFor(() => expect(get).toHaveBeenCalledTimes(1));
  await userEvent.setup().click(passkeyButton());
  await screen.findByText("elsewhere");
});

it("takes a passkey as the second step, and asks for another challenge once one was sent", async () => {
  const more = problem(401, "totp-required", { passkey: { ...request, allow: ["CQ"] } });
  const seen = fakeServer({ "POST /api/sessions": [more, problem(401, "totp-invalid"), more, opened] });
  browserWith(() => Promise.resolve(credential));
  open();
  await logIn();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Use your passkey" }));
  await screen.findByText("This passkey does not open");
  await user.click(screen.getByRole("button", { name: "Use your passkey" }));
  await screen.findByText("elsewhere");
  const known = { email: "a@b.co", password: "lautan-biru-tenang-27" };
  expect(seen.map(({ body }) => body)).toEqual([known, { ...known, passkey: sent }, known, { ...known, passkey: sent }]);
});

it("offers no passkey as the second step where the account has none", async () => {
  fakeServer({ "POST /api/sessions": [problem(401, "totp-required", { passkey: null })] });
  browserWith(cancelled);
  open();
  await logIn();
  await screen.findByLabelText("Code");
  expect(screen.queryByRole("button", { name: "Use your passkey" })).toBeNull();
});

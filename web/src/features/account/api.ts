import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/user.ts";
import { read, readFile, users } from "../../lib/api.ts";
import { isProblem } from "../../lib/problem.ts";
import { queryClient } from "../../lib/queries.ts";
import { saveFile } from "../../lib/save_file.ts";
import { announceLogin, announceLogout, begin, changeUser, end } from "../../lib/session.ts";
import type { PasskeyAnswer, PasskeyRequest } from "./passkey.ts";

type Schemas = components["schemas"];
export type Device = Schemas["Device"];
export type Passkey = Schemas["Passkey"];

function arrive(session: Schemas["Session"]): void {
  begin(session);
  announceLogin();
  localStorage.removeItem("gelora.next"); // where registration wanted to go: here we are
}

export const logIn = async (body: Schemas["Credentials"]): Promise<void> => arrive(await read(users.POST("/api/sessions", { body })));

/** Logs in, or brings what the second step needs. */
export async function logInOrAsk(body: { email: string; password: string }): Promise<{ passkey: PasskeyRequest | null } | undefined> {
  try {
    await logIn(body);
    return undefined;
  } catch (error) {
    if (!isProblem(error, "totp-required")) throw error;
    return { passkey: error.body.passkey ?? null };
  }
}

export const beginPasskeyLogIn = () => read(users.POST("/api/sessions/passkey/options"));
export const logInWithPasskey = async (body: PasskeyAnswer): Promise<void> => arrive(await read(users.POST("/api/sessions/passkey", { body })));

export async function logOut(): Promise<void> {
  await read(users.DELETE("/api/sessions/current")).catch(() => undefined); // the cookie may be gone already; leaving is the point
  end();
  announceLogout();
  queryClient.clear();
}

export const register = (body: Schemas["Registration"]) => read(users.POST("/api/users", { body }));
export const verify = (token: string) => read(users.POST("/api/users/verifications", { body: { token } }));
export const askForReset = (email: string) => read(users.POST("/api/password-resets", { body: { email } }));
export const resetPassword = (body: Schemas["PasswordReset"]) => read(users.POST("/api/password-resets/confirm", { body }));

export async function changeProfile(body: Schemas["UserChange"]): Promise<void> {
  changeUser(await read(users.PATCH("/api/users/{id}", { params: { path: { id: "me" } }, body })));
}

export async function changePassword(body: { current_password: string; password: string }): Promise<void> {
  changeUser(await read(users.PATCH("/api/users/{id}", { params: { path: { id: "me" } }, body })));
}

export async function eraseAccount(): Promise<void> {
  await read(users.DELETE("/api/users/{id}", { params: { path: { id: "me" } } }));
  end();
  announceLogout();
  queryClient.clear();
}

export const secondFactorQuery = queryOptions({
  queryKey: ["second-factor"],
  queryFn: () => read(users.GET("/api/second-factor")),
});
export const beginTotp = (password: string) => read(users.POST("/api/second-factor/totp", { body: { password } }));
export const confirmTotp = async (code: string) => (await read(users.POST("/api/second-factor/totp/confirm", { body: { code } }))).recovery_codes;
export const removeTotp = (password: string) => read(users.POST("/api/second-factor/totp/removal", { body: { password } }));
export const renewRecoveryCodes = async (password: string) => (await read(users.POST("/api/second-factor/recovery-codes", { body: { password } }))).recovery_codes;

export const devicesQuery = queryOptions({
  queryKey: ["devices"],
  queryFn: async () => (await read(users.GET("/api/sessions"))).items,
});

export const revoke = (id: string) => read(users.DELETE("/api/sessions/{id}", { params: { path: { id } } }));
export const revokeOthers = () => read(users.DELETE("/api/sessions"));

export const passkeysQuery = queryOptions({
  queryKey: ["passkeys"],
  queryFn: async () => (await read(users.GET("/api/passkeys"))).items,
});
export const beginPasskey = (password: string) => read(users.POST("/api/passkeys/options", { body: { password } }));
export const addPasskey = (body: Schemas["NewPasskey"]) => read(users.POST("/api/passkeys", { body }));
export const removePasskey = (id: string, password: string) => read(users.POST("/api/passkeys/{id}/removal", { params: { path: { id } }, body: { password } }));

export async function saveMyData(): Promise<void> {
  saveFile(await readFile("/api/users/me/export"), `gelora-${new Date().toISOString().slice(0, 10)}.zip`);
}

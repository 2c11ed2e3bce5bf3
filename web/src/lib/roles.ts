// What the roles of an organisation may do on pages of several features. The server decides by itself.
import type { components } from "../contract/user.ts";

export type Role = components["schemas"]["OrganisationRole"];

export const mayManage = (role: Role | null | undefined): boolean => role === "owner" || role === "manager";
/** At the counter, on the spot. */
export const maySell = (role: Role | null | undefined): boolean => mayManage(role) || role === "box_office";

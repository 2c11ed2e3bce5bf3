// What the roles of an organisation may do on pages of several features. The server decides by itself.
import type { components } from "../contract/user.ts";

export type Role = components["schemas"]["OrganisationRole"];

/** Of whom the shows in which they have their role are told; null for all. */
interface Worker {
  role: Role | null;
  shows: readonly string[] | null;
}

export const mayManage = (role: Role | null | undefined): boolean => role === "owner" || role === "manager";
/** At the counter, on the spot. */
export const maySell = (role: Role | null | undefined): boolean => mayManage(role) || role === "box_office";
/** What is of the whole organisation: not for those who work for some of its shows only. */
export const mayRunAll = ({ role, shows }: Worker): boolean => mayManage(role) && shows === null;

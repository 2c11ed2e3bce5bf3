// What a role of an organisation may do here, so that a page shows no control that would be refused. The server decides by itself.
import type { Role } from "../../lib/roles.ts";

export type { Role };

export const roles: readonly Role[] = ["owner", "manager", "box_office", "gate"];
/** Of machines; none of them owns. */
export const machineRoles = ["manager", "box_office", "gate"] as const;
export type MachineRole = (typeof machineRoles)[number];

export const mayRename = (mine: Role | null): boolean => mine === "owner";

/** An owner gives every role; a manager those below. */
export function rolesToGive(mine: Role | null): readonly Role[] {
  if (mine === "owner") return roles;
  return mine === "manager" ? ["box_office", "gate"] : [];
}

/** Change or take the role of another: it has to be one that I could give. */
export const mayChange = (mine: Role | null, theirs: Role): boolean => rolesToGive(mine).includes(theirs);

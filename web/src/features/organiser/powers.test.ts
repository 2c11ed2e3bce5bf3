import { expect, it } from "vitest";
import { mayChange, mayManage, mayRename, roles, rolesToGive, type Role } from "./powers.ts";

it.each<[Role | null, Role[]]>([
  ["owner", ["owner", "manager", "box_office", "gate"]],
  ["manager", ["box_office", "gate"]],
  ["box_office", []],
  ["gate", []],
  [null, []],
])("%s gives %j, and takes no other", (mine, gives) => {
  expect(rolesToGive(mine)).toEqual(gives);
  expect(roles.filter((theirs) => mayChange(mine, theirs))).toEqual(gives);
});

it("team, keys and telephones are for owners and managers, the name for owners", () => {
  expect(roles.filter(mayManage)).toEqual(["owner", "manager"]);
  expect(roles.filter(mayRename)).toEqual(["owner"]);
});

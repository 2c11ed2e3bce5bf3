import { expect, it } from "vitest";
import { mayChange, mayRename, roles, rolesToGive, type Role } from "./powers.ts";
import { mayManage, mayRunAll, maySell } from "../../lib/roles.ts";

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

it("what is of the whole organisation is not for those who work for some of its shows", () => {
  expect([mayRunAll({ role: "manager", shows: null }), mayRunAll({ role: "manager", shows: ["1"] }), mayRunAll({ role: "gate", shows: null })]).toEqual([true, false, false]);
});

it("team, keys and telephones are for owners and managers, the name for owners", () => {
  expect(roles.filter(mayManage)).toEqual(["owner", "manager"]);
  expect(roles.filter(maySell)).toEqual(["owner", "manager", "box_office"]);
  expect(roles.filter(mayRename)).toEqual(["owner"]);
});

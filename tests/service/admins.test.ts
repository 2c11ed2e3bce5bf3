// Whoever runs the system makes admins, at its machine and nowhere else.
import { expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { eventually, runStack } from "./buyers.js";
import { newPerson } from "./organisers.js";
import { logIn, newEmail, url } from "./users_steps.js";

test("an admin is made, seen, and unmade; what was given out before ends", async () => {
  const person = await newPerson();
  const other = await newPerson();
  const look = (client = person.client) => client.get("/api/users/{id}", { params: { id: other.id } });
  expect((await look()).status).toBe(404);

  expect(runStack("admin", "create", person.account.email.toUpperCase())).toContain("is an admin");
  expect(runStack("admin", "create", person.account.email)).toContain("is an admin already");
  expect(runStack("admin", "list").split("\n")).toContain(person.account.email);
  await eventually("the token of before ends", async () => ((await look()).status === 401 ? true : undefined));
  const admin = createClient(url);
  await logIn(admin, person.account);
  (await look(admin)).as(200);

  expect(runStack("admin", "remove", person.account.email)).toContain("no admin any more");
  expect(runStack("admin", "list").split("\n")).not.toContain(person.account.email);
  await eventually("the admin's token ends", async () => ((await look(admin)).status === 401 ? true : undefined));
  expect(runStack("audit-log")).toContain("whole");
});

test("nobody becomes one who has no account, or by a wrong word", () => {
  const says = (...args: string[]) => {
    try {
      return runStack("admin", ...args);
    } catch (fault) {
      return String((fault as { stderr?: string }).stderr);
    }
  };
  expect(says("create", newEmail())).toContain("Register there first");
  expect(says("create", "no address")).toContain("not a mail address");
  expect(says("destroy", newEmail())).toContain("usage");
});

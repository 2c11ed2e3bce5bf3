// The mail server is away: what was promised by mail leaves later, once.
import { expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { eventually, runStack, sql } from "../service/buyers.js";
import { goodPassword, mailsTo, newEmail, tokenIn, url, waitForMails } from "../service/users_steps.js";

test("a registration is answered, its mail leaves when the server is back, and once", async () => {
  const email = newEmail();
  const tried = () => Number(sql("gelora_user", `SELECT COALESCE(SUM(attempts), -1), 0 FROM mail_outbox WHERE recipient = '${email}'`)[0]![0]);
  runStack("stop", "mailbox");
  try {
    (await createClient(url).post("/api/users", { body: { email, password: goodPassword, name: "Ayu Lestari" } })).as(202);
    await eventually("the mail was tried, and is kept", () => Promise.resolve(tried() >= 2 || undefined));
  } finally {
    runStack("start", "mailbox");
    runStack("wait", "mailbox");
  }
  const [mail] = await waitForMails(email);
  await eventually("it is promised no more", () => Promise.resolve(tried() === -1 || undefined));
  expect(await mailsTo(email)).toHaveLength(1);
  (await createClient(url).post("/api/users/verifications", { body: { token: tokenIn(mail!, "verify") } })).as(200);
});

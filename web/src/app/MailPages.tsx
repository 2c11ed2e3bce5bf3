import { lazy } from "react";
import { withWords } from "./i18n.ts";

const pages = {
  check: lazy(() => withWords(import("../features/account/CheckMailPage.tsx"), "more")),
  verify: lazy(() => withWords(import("../features/account/VerifyPage.tsx"), "more")),
  forgot: lazy(() => withWords(import("../features/account/ForgotPage.tsx"), "more")),
  reset: lazy(() => withWords(import("../features/account/ResetPage.tsx"), "more")),
  invitation: lazy(() => withWords(import("../features/organiser/InvitationPage.tsx"), "more")),
  transfer: lazy(() => withWords(import("../features/transfer/TransferPage.tsx"), "more", "transfer")),
};

/** Where a link in a mail leads, and where one waits for such a mail: seldom a way in, so that no other page carries their names. */
export default function MailPages({ page }: { page: keyof typeof pages }) {
  const Page = pages[page];
  return <Page />;
}

import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { withWords } from "./i18n.ts";
import { PageSkeleton } from "./PageSkeleton.tsx";

const Organiser = lazy(() => withWords(import("../features/organiser/OrganiserPage.tsx"), "more"));
const Found = lazy(() => withWords(import("../features/organiser/FoundPage.tsx"), "more"));
const Organisation = lazy(() => withWords(import("../features/organiser/OrganisationPage.tsx"), "more"));
const Concerts = lazy(() => withWords(import("../features/organiser-concerts/ConcertsPage.tsx"), "more", "concerts"));
const Concert = lazy(() => withWords(import("../features/organiser-concerts/ConcertPage.tsx"), "more", "concerts"));
const ConcertShow = lazy(() => withWords(import("../features/organiser-concerts/ShowPage.tsx"), "more", "concerts"));
const DraftRules = lazy(() => withWords(import("../features/organiser-show/DraftRulesPage.tsx"), "more", "rehearsal", "sales"));
const Plans = lazy(() => withWords(import("../features/seating-editor/PlansPage.tsx"), "more", "plans"));
const Show = lazy(() => withWords(import("./OrganiserShow.tsx"), "more", "rehearsal", "sales", "house", "doors"));
const Counter = lazy(() => withWords(import("./OrganiserCounter.tsx"), "counter", "sales"));
const Messages = lazy(() => withWords(import("../features/organiser-messages/MessagesPage.tsx"), "more", "messages"));
const Message = lazy(() => withWords(import("../features/organiser-messages/MessagePage.tsx"), "more", "messages"));
const Webhooks = lazy(() => withWords(import("../features/organiser-webhooks/WebhooksPage.tsx"), "more", "hooks"));
const Activity = lazy(() => withWords(import("../features/organiser-activity/ActivityPage.tsx"), "activity"));
const NotFound = lazy(() => withWords(import("./NotFoundPage.tsx"), "more"));

/** What is below /organiser; a fan loads none of it, not even its names. */
export default function OrganiserPages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route index element={<Organiser />} />
        <Route path="new" element={<Found />} />
        <Route path=":id" element={<Organisation />} />
        <Route path=":id/concerts" element={<Concerts />} />
        <Route path=":id/concerts/new" element={<Concert />} />
        <Route path=":id/concerts/:concertId" element={<Concert />} />
        <Route path=":id/concerts/:concertId/shows/new" element={<ConcertShow />} />
        <Route path=":id/concerts/:concertId/shows/:showId" element={<ConcertShow />} />
        <Route path=":id/concerts/:concertId/shows/:showId/rules" element={<DraftRules />} />
        <Route path=":id/activity" element={<Activity />} />
        <Route path=":id/webhooks" element={<Webhooks />} />
        <Route path=":id/plans" element={<Plans />} />
        <Route path=":id/shows/:showId" element={<Show />} />
        <Route path=":id/shows/:showId/counter" element={<Counter />} />
        <Route path=":id/shows/:showId/messages" element={<Messages />} />
        <Route path=":id/shows/:showId/messages/new" element={<Message />} />
        <Route path=":id/shows/:showId/messages/:messageId" element={<Message />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}

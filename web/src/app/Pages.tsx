import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { Preferences } from "./Header.tsx";
import { withWords } from "./i18n.ts";
import { PageSkeleton } from "./PageSkeleton.tsx";
import { RequireLogin } from "./RequireLogin.tsx";
import { FullScreen, Shell } from "./Shell.tsx";
import { News, room, Room, WaitFor, waitingList } from "./Waiting.tsx";

const Discover = lazy(() => import("../features/discover/DiscoverPage.tsx"));
const Concert = lazy(() => import("../features/concert/ConcertPage.tsx"));
const PickSeats = lazy(() => withWords(import("../features/pick-seats/PickSeatsPage.tsx"), "seats"));
const Presale = lazy(() => withWords(import("../features/presale/Presale.tsx"), "waiting"));
const Checkout = lazy(() => withWords(import("../features/checkout/CheckoutPage.tsx"), "money"));
const PaymentResult = lazy(() => withWords(import("../features/payment-result/PaymentResultPage.tsx"), "money", "booking"));
const Tickets = lazy(() => withWords(import("../features/tickets/TicketsPage.tsx"), "tickets", "transfer", "wallet"));
const Login = lazy(() => withWords(import("../features/account/LoginPage.tsx"), "more"));
const Register = lazy(() => withWords(import("../features/account/RegisterPage.tsx"), "more"));
const Mail = lazy(() => import("./MailPages.tsx"));
const Account = lazy(() => withWords(import("../features/account/AccountPage.tsx"), "more"));
const OrganiserPages = lazy(() => import("./OrganiserPages.tsx"));
const PlanEditor = lazy(() => import("./PlanEditor.tsx"));
const Gate = lazy(() => withWords(import("../features/gate/GatePage.tsx"), "gate"));
const Design = import.meta.env.DEV ? lazy(() => withWords(import("../features/design/DesignPage.tsx"), "more")) : undefined;
const NotFound = lazy(() => withWords(import("./NotFoundPage.tsx"), "more"));

/** Every page of the product, each in a file of its own that is loaded when it is asked for. */
export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <News />
      <Routes>
        <Route element={<FullScreen />}>
          <Route element={<RequireLogin />}>
            <Route path="/organiser/:id/plans/:planId" element={<PlanEditor />} />
          </Route>
          <Route path="/shows/:id/seats" element={<PickSeats presale={Presale} waiting={(show, zones) => <WaitFor show={show} zones={zones} />} room={room} />} />
        </Route>
        <Route path="/gate/*" element={<Gate preferences={<Preferences />} />} />
        <Route element={<Shell />}>
          <Route index element={<Discover />} />
          <Route path="/concerts/:id" element={<Concert presale={Presale} waiting={(show) => <WaitFor show={show} />} />} />
          <Route path="/shows/:id/queue" element={<Room waitlist={(show) => <WaitFor show={show} />} />} />
          <Route path="/login" element={<Login />} />
          <Route path="/register" element={<Register />} />
          <Route path="/check-mail" element={<Mail page="check" />} />
          <Route path="/verify" element={<Mail page="verify" />} />
          <Route path="/forgot" element={<Mail page="forgot" />} />
          <Route path="/reset" element={<Mail page="reset" />} />
          <Route path="/reset-password" element={<Mail page="reset" />} />
          <Route path="/invitation" element={<Mail page="invitation" />} />
          <Route path="/transfer" element={<Mail page="transfer" />} />
          <Route element={<RequireLogin />}>
            <Route path="/checkout/:holdId" element={<Checkout />} />
            <Route path="/bookings/:id" element={<PaymentResult />} />
            <Route path="/tickets" element={<Tickets waiting={waitingList} />} />
            <Route path="/account" element={<Account />} />
            <Route path="/organiser/*" element={<OrganiserPages />} />
          </Route>
          {Design && <Route path="/design" element={<Design />} />}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

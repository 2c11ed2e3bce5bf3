import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { withMoreWords } from "./i18n.ts";
import { PageSkeleton } from "./PageSkeleton.tsx";
import { RequireLogin } from "./RequireLogin.tsx";
import { FullScreen, Shell } from "./Shell.tsx";

const Discover = lazy(() => import("../features/discover/DiscoverPage.tsx"));
const Concert = lazy(() => import("../features/concert/ConcertPage.tsx"));
const PickSeats = lazy(() => import("../features/pick-seats/PickSeatsPage.tsx"));
const Checkout = lazy(() => import("../features/checkout/CheckoutPage.tsx"));
const PaymentResult = lazy(() => import("../features/payment-result/PaymentResultPage.tsx"));
const Tickets = lazy(() => import("../features/tickets/TicketsPage.tsx"));
const Login = lazy(() => withMoreWords(import("../features/account/LoginPage.tsx")));
const Register = lazy(() => withMoreWords(import("../features/account/RegisterPage.tsx")));
const CheckMail = lazy(() => withMoreWords(import("../features/account/CheckMailPage.tsx")));
const Verify = lazy(() => withMoreWords(import("../features/account/VerifyPage.tsx")));
const Forgot = lazy(() => withMoreWords(import("../features/account/ForgotPage.tsx")));
const Reset = lazy(() => withMoreWords(import("../features/account/ResetPage.tsx")));
const Account = lazy(() => withMoreWords(import("../features/account/AccountPage.tsx")));
const Organiser = lazy(() => withMoreWords(import("../features/organiser/OrganiserPage.tsx")));
const Found = lazy(() => withMoreWords(import("../features/organiser/FoundPage.tsx")));
const Organisation = lazy(() => withMoreWords(import("../features/organiser/OrganisationPage.tsx")));
const Invitation = lazy(() => withMoreWords(import("../features/organiser/InvitationPage.tsx")));
const GateEnrol = lazy(() => withMoreWords(import("../features/gate/EnrolPage.tsx")));
const NotFound = lazy(() => import("./NotFoundPage.tsx"));

/** Every page of the product, each in a file of its own that is loaded when it is asked for. */
export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route element={<FullScreen />}>
          <Route path="/shows/:id/seats" element={<PickSeats />} />
        </Route>
        <Route element={<Shell />}>
          <Route index element={<Discover />} />
          <Route path="/concerts/:id" element={<Concert />} />
          <Route path="/login" element={<Login />} />
          <Route path="/register" element={<Register />} />
          <Route path="/check-mail" element={<CheckMail />} />
          <Route path="/verify" element={<Verify />} />
          <Route path="/forgot" element={<Forgot />} />
          <Route path="/reset" element={<Reset />} />
          <Route path="/reset-password" element={<Reset />} />
          <Route path="/invitation" element={<Invitation />} />
          <Route path="/gate/enrol" element={<GateEnrol />} />
          <Route element={<RequireLogin />}>
            <Route path="/checkout/:holdId" element={<Checkout />} />
            <Route path="/bookings/:id" element={<PaymentResult />} />
            <Route path="/tickets" element={<Tickets />} />
            <Route path="/account" element={<Account />} />
            <Route path="/organiser" element={<Organiser />} />
            <Route path="/organiser/new" element={<Found />} />
            <Route path="/organiser/:id" element={<Organisation />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

import { Suspense, useEffect, useRef } from "react";
import { Outlet, useLocation, useNavigationType } from "react-router";
import { useTranslation } from "../lib/words.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";

/** A new page starts at its top, and a screen reader is told so; going back keeps the place. */
function useFreshPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (how === "POP") return;
    if (!hash) scrollTo(0, 0); // else the page goes to its own place
    main.current?.focus({ preventScroll: true });
  }, [pathname, how, hash]);
  return main;
}

export function Shell() {
  const { t } = useTranslation();
  const main = useFreshPage();
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:left-3 focus:top-3 focus:z-50 focus:bg-spark focus:p-3 focus:text-on-spark">
        {t("shell.skip")}
      </a>
      <ConnectionBanner />
      <Header />
      <main id="main" ref={main} tabIndex={-1} className="min-h-dvh flex-1 outline-none">
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </>
  );
}

/** For the seat picker: the hall is the page. */
export function FullScreen() {
  return (
    <>
      <ConnectionBanner over />
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </>
  );
}

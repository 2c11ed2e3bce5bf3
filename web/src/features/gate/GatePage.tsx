import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { deviceQuery } from "./api.ts";
import { forgetDevice } from "./device_key.ts";
import { GateFrame, Preferences } from "./GateFrame.tsx";
import { keepPost, keptPost, type Post } from "./post.ts";
import { Scanner } from "./Scanner.tsx";
import { Setup } from "./Setup.tsx";

function NotEnrolled({ revoked }: { revoked: boolean }) {
  const { t } = useTranslation();
  return (
    <GateFrame title={t(revoked ? "gate.revoked" : "gate.title")}>
      {revoked ? <Notice tone="bad">{t("gate.revoked_text")}</Notice> : <p className="text-lg">{t("gate.text")}</p>}
      <ButtonLink to="/gate/enrol" size="lg" className="self-start">
        {t("gate.enrol")}
      </ButtonLink>
    </GateFrame>
  );
}

/** What the browser keeps for the tickets is not enough here: the gate's own files come to them. */
function useKeptPage() {
  useEffect(() => {
    void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ keep: "gate", reader: !("BarcodeDetector" in window) }));
  }, []);
}

const EnrolPage = lazy(() => import("./EnrolPage.tsx")); // forms: a device needs them once

/** A device's home: where it stands, then the scanner. */
function Home() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: device, isPending, isError } = useQuery(deviceQuery);
  const [post, setPost] = useState(keptPost);
  const [revoked, setRevoked] = useState(false);
  const stand = (next: Post | undefined) => {
    keepPost(next);
    setPost(next);
  };
  const forget = async () => {
    setRevoked(true);
    stand(undefined);
    queries.setQueryData(deviceQuery.queryKey, null);
    await forgetDevice();
  };
  return (
    <>
      <title>{`${t("gate.app")} · Gelora`}</title>
      {(device === null || isError) && <NotEnrolled revoked={revoked} />}
      {device && !post && <Setup device={device} onStand={stand} onRevoked={() => void forget()} />}
      {device && post && <Scanner key={JSON.stringify(post)} device={device} post={post} onLeave={() => stand(undefined)} onRevoked={() => void forget()} />}
      {isPending && <GateFrame title={t("gate.app")} />}
    </>
  );
}

/** All under /gate, an app of its own: no head and no foot, and its files are kept for it. */
export default function GatePage({ preferences }: { preferences: ReactNode }) {
  const { pathname } = useLocation();
  useKeptPage();
  return (
    <Preferences value={preferences}>
      <Suspense>{/\/enrol\/?$/.test(pathname) ? <EnrolPage /> : <Home />}</Suspense>
    </Preferences>
  );
}

import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { CameraView } from "./CameraView.tsx";
import { ConflictsSheet } from "./ConflictsSheet.tsx";
import type { EnrolledDevice } from "./device_key.ts";
import { PeopleSheet } from "./PeopleSheet.tsx";
import type { Post } from "./post.ts";
import { ResultScreen } from "./ResultScreen.tsx";
import { ScannerFoot } from "./ScannerFoot.tsx";
import { ScannerHead } from "./ScannerHead.tsx";
import { wakeSound } from "../../lib/sound.ts";
import { useAwake } from "./use_awake.ts";
import { useGate } from "./use_gate.ts";
import { useScanning, useWedge } from "./use_scanning.ts";

interface Props {
  device: EnrolledDevice;
  post: Post;
  onLeave: () => void;
  onRevoked: () => void;
}
export type Sheet = "people" | "conflicts";

const title = (post: Post) => `${post.show.artist} · ${post.gate}`;

/** The camera is the page; an answer covers it. Dark in either look: it is the camera's picture. */
export function Scanner({ device, post, onLeave, onRevoked }: Props) {
  const { t } = useTranslation();
  const { gate, state } = useGate(device, post);
  const { result, scan, dismiss, isBusy } = useScanning(gate);
  const [sheet, setSheet] = useState<Sheet>();
  useAwake();
  useWedge(useCallback((code) => (setSheet(undefined), void scan({ code })), [scan]));
  useEffect(() => {
    if (state.link === "revoked") onRevoked();
  }, [state.link, onRevoked]);
  useEffect(() => {
    addEventListener("pointerdown", wakeSound);
    return () => removeEventListener("pointerdown", wakeSound);
  }, []);
  const byHand = (shown: Parameters<typeof scan>[0]) => (setSheet(undefined), scan(shown));
  return (
    <main className="fixed inset-0 flex flex-col overflow-hidden bg-black text-white" data-testid="scanner" data-link={state.link} data-listed={state.listed} data-whole={state.whole}>
      <h1 className="sr-only">{title(post)}</h1>
      <CameraView paused={() => isBusy() || sheet !== undefined} onCode={(code, seenAt) => void scan({ code }, seenAt)}>
        <ScannerHead post={post} state={state} onLeave={onLeave} onConflicts={() => setSheet("conflicts")} />
      </CameraView>
      <ScannerFoot post={post} state={state} onPeople={() => setSheet("people")} />
      <ResultScreen result={result} post={post} onDismiss={dismiss} />
      {gate && <PeopleSheet open={sheet === "people"} gate={gate} onClose={() => setSheet(undefined)} onShown={(shown) => void byHand(shown)} />}
      {gate && <ConflictsSheet open={sheet === "conflicts"} conflicts={[...gate.ledger.conflicts.values()]} timezone={post.show.timezone} onClose={() => setSheet(undefined)} />}
      <p className="sr-only" role="status">
        {t(`gate.link.${state.link}`)}
      </p>
    </main>
  );
}


import type { ReactNode } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ScannerButton } from "./ScannerButton.tsx";
import { useCamera } from "./use_camera.ts";

interface Props {
  paused: () => boolean;
  onCode: (text: string, seenAt: number) => void;
  children: ReactNode;
}

const corners = ["left-0 top-0 border-l-8 border-t-8 rounded-tl-lg", "right-0 top-0 border-r-8 border-t-8 rounded-tr-lg", "bottom-0 left-0 border-b-8 border-l-8 rounded-bl-lg", "bottom-0 right-0 border-b-8 border-r-8 rounded-br-lg"];

/** What the camera sees, with a frame to hold a ticket into. Without one, plugged-in scanners and the search go on working. */
export function CameraView({ paused, onCode, children }: Props) {
  const { t } = useTranslation();
  const { video, state, light, toggleLight } = useCamera(paused, onCode);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <video ref={video} muted playsInline aria-hidden="true" className={`absolute inset-0 size-full object-cover ${state === "open" ? "" : "invisible"}`} />
      <div className="relative">{children}</div>
      <div className="relative flex min-h-0 flex-1 items-center justify-center p-4">
        {state === "open" || state === "opening" ? (
          <div className="relative aspect-square h-full max-h-80 max-w-full drop-shadow-[0_0_4px_#000]">
            {corners.map((corner) => (
              <span key={corner} className={`absolute size-14 border-white ${corner}`} />
            ))}
          </div>
        ) : (
          <div className="flex max-w-md flex-col items-center gap-4 text-center" data-testid="no-camera">
            <Icon name="alert" className="size-16" />
            <p className="text-2xl font-bold">{t(`gate.camera.${state}`)}</p>
            <p className="text-lg">{t(`gate.camera.${state}_next`)}</p>
          </div>
        )}
        {toggleLight && (
          <div className="absolute bottom-4 right-4">
            <ScannerButton icon="sun" words={t("gate.light")} pressed={light} onClick={toggleLight} />
          </div>
        )}
      </div>
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import { closeCamera, hasLight, openCamera, openReader, setLight, watch } from "./camera.ts";
import { Sightings } from "./sightings.ts";

export type CameraState = "opening" | "open" | "forbidden" | "none";

/** The picture goes to `video`; every ticket that comes into view goes to `onCode`, once. */
export function useCamera(paused: () => boolean, onCode: (text: string, takenAt: number) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ paused, onCode });
  const [stream, setStream] = useState<MediaStream>();
  const [state, setState] = useState<CameraState>("opening");
  const [light, setLit] = useState(false);
  useEffect(() => {
    latest.current = { paused, onCode };
  });
  useEffect(() => {
    let left = false;
    let opened: MediaStream | undefined;
    let stop: (() => void) | undefined;
    const reader = openReader(); // gets ready while somebody allows the camera
    const open = async () => {
      opened = await openCamera();
      const place = video.current;
      if (left || !place) return closeCamera(opened);
      place.srcObject = opened;
      await place.play().catch(() => undefined);
      setStream(opened);
      setState("open");
      const seen = new Sightings();
      await reader.ready;
      if (left) return;
      stop = watch(place, reader.worker, () => latest.current.paused(), (text, takenAt) => seen.isNew(text, takenAt) && latest.current.onCode(text, takenAt));
    };
    open().catch((cause: unknown) => setState(cause instanceof DOMException && cause.name === "NotAllowedError" ? "forbidden" : "none"));
    return () => {
      left = true;
      stop?.();
      reader.worker.terminate();
      if (opened) closeCamera(opened);
    };
  }, []);
  const toggleLight = stream && hasLight(stream) ? () => void setLight(stream, !light).then(() => setLit(!light), () => undefined) : undefined;
  return { video, state, light, toggleLight };
}

// The camera of the back, its light, and what it sees. One picture at a time is read, and not more often than is of use.

const everyMs = 90, side = 640;

interface LightTrack {
  getCapabilities?: () => MediaTrackCapabilities & { torch?: boolean };
  applyConstraints: (wanted: { advanced: { torch: boolean }[] }) => Promise<void>;
}

export async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } } });
}

const lightOf = (stream: MediaStream): LightTrack => stream.getVideoTracks()[0] as unknown as LightTrack;
export const hasLight = (stream: MediaStream): boolean => lightOf(stream).getCapabilities?.().torch === true;
export const setLight = (stream: MediaStream, on: boolean): Promise<void> => lightOf(stream).applyConstraints({ advanced: [{ torch: on }] });

export const closeCamera = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

/** `ready`: pictures that are sent before it would have to wait. */
export function openReader(): { worker: Worker; ready: Promise<void> } {
  const worker = new Worker(new URL("./qr_worker.ts", import.meta.url), { type: "module", name: "qr" });
  return { worker, ready: new Promise((resolve) => worker.addEventListener("message", () => resolve(), { once: true })) };
}

/** Has the reader read every picture that comes, until it is stopped. `paused` is asked before each; `takenAt`: by performance.now(). */
export function watch(video: HTMLVideoElement, worker: Worker, paused: () => boolean, onCode: (text: string, takenAt: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let takenAt = 0;
  const next = () => (timer = setTimeout(() => void look(), Math.max(0, takenAt + everyMs - performance.now())));
  const look = async () => {
    takenAt = performance.now();
    const whole = Math.min(video.videoWidth, video.videoHeight);
    if (paused() || whole === 0 || document.hidden) return next();
    const [left, top] = [(video.videoWidth - whole) / 2, (video.videoHeight - whole) / 2];
    const size = Math.min(side, whole);
    const picture = await createImageBitmap(video, left, top, whole, whole, { resizeWidth: size, resizeHeight: size }).catch(() => undefined);
    if (picture) worker.postMessage(picture, [picture]);
    else next();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<string | undefined>) => {
    if (data !== undefined && !paused()) onCode(data, takenAt);
    next();
  });
  next();
  return () => clearTimeout(timer);
}

import { download } from "./api.ts";
import { asProblem } from "./problem.ts";

/** A file that takes its time: `onBytes` hears how much of it has come. `signal` breaks it off. */
export async function readLargeFile(path: string, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Blob> {
  const response = await download(path, undefined, signal);
  const reader = response.body!.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value);
      bytes += step.value.byteLength;
      onBytes(bytes);
    }
  } catch (cause) {
    throw signal.aborted ? cause : asProblem(cause); // half a file is none
  }
  return new Blob(parts, { type: response.headers.get("Content-Type") ?? "" });
}

// The list of common passwords, the same file that user-service carries (tools/passwords/README.md): 256 ends, then records of
// four bytes. Only the slice that a password would be in is fetched: some two kilobytes, which name about 500 passwords.

const headBytes = 256 * 4;
const recordBytes = 4;

export interface CommonPasswords {
  /** Throws when the list cannot be had, and when `signal` says so. */
  has(text: string, signal: AbortSignal): Promise<boolean>;
}

export function commonPasswordsAt(url: string): CommonPasswords {
  const slices = new Map<string, Uint8Array>();
  let whole: Uint8Array | undefined; // of a server that knows no ranges

  async function read(from: number, to: number, signal: AbortSignal): Promise<DataView> {
    const range = `bytes=${from}-${to - 1}`;
    let slice = whole?.slice(from, to) ?? slices.get(range);
    if (!slice) {
      const answer = await fetch(url, { headers: { Range: range }, signal });
      if (!answer.ok) throw new Error(`${answer.status} for the list of common passwords`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 206) slices.set(range, (slice = bytes));
      else slice = (whole = bytes).slice(from, to);
    }
    return new DataView(slice.buffer);
  }

  return {
    async has(text, signal) {
      const hash = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
      const first = hash.getUint8(0);
      const ends = await read(0, headBytes, signal);
      const begin = first === 0 ? 0 : ends.getUint32((first - 1) * 4);
      const end = ends.getUint32(first * 4);
      if (begin === end) return false;
      const records = await read(headBytes + begin * recordBytes, headBytes + end * recordBytes, signal);
      const wanted = hash.getUint32(1);
      for (let at = 0; at < records.byteLength; at += recordBytes) if (records.getUint32(at) === wanted) return true;
      return false;
    },
  };
}

import { useEffect, useState } from "react";
import { useServerNow } from "../../lib/use_now.ts";
import type { Ticket } from "./api.ts";
import { digitsOf, secondsLeft, stepOf } from "./rotation.ts";

interface Code {
  /** Undefined for the instant in which the first digits are made. */
  text: string | undefined;
  /** Seconds until it changes; undefined where it stays. */
  changesIn: number | undefined;
}

/** What the QR of a ticket says now, by the server's clock. */
export function useCode({ code, rotation }: Pick<Ticket, "code" | "rotation">): Code {
  const now = useServerNow(1000);
  const step = rotation ? stepOf(rotation, now) : undefined;
  const secret = rotation?.secret;
  const [made, setMade] = useState<{ step: number; secret: string; digits: string }>();
  useEffect(() => {
    if (!rotation || step === undefined) return;
    let gone = false;
    void digitsOf(rotation, step).then((digits) => gone || setMade({ step, secret: rotation.secret, digits }));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the rotation only the secret can differ
  }, [secret, step]);
  if (!rotation) return { text: code, changesIn: undefined };
  return { text: made && made.secret === secret ? `${code}.${made.digits}` : undefined, changesIn: secondsLeft(rotation, now) };
}

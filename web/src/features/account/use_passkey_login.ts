import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { beginPasskeyLogIn, logInWithPasskey } from "./api.ts";
import { askPasskey, CeremonyEnded, offersPasskeys } from "./ceremony.ts";
import { challengesOf } from "./challenge.ts";

/**
 * Logs in with a passkey: by `start`, and, while nothing else is going on (`idle`), by the browser's own list of saved log-ins,
 * which waits in the background until somebody picks one. A browser runs one ceremony at a time, so that the waiting one is
 * ended before another begins.
 */
export function usePasskeyLogin(idle: boolean) {
  const [challenges] = useState(() => challengesOf(beginPasskeyLogIn));
  const waiting = useRef<AbortController>(undefined);

  const open = async (how?: Parameters<typeof askPasskey>[1]) => {
    const answer = await askPasskey(await challenges.current(), how);
    challenges.used();
    await logInWithPasskey(answer);
  };
  const login = useMutation({
    mutationFn: () => {
      waiting.current?.abort();
      return open();
    },
  });
  const picked = useMutation({ mutationFn: open });
  const offer = picked.mutateAsync;

  const rest = idle && !login.isPending;
  useEffect(() => {
    if (!rest) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const wait = async (): Promise<void> => {
      const { timeout_ms } = await challenges.current();
      if (over) return;
      const ending = new AbortController();
      waiting.current = ending;
      timer = setTimeout(() => {
        ending.abort();
        void wait().catch(() => undefined);
      }, timeout_ms / 2);
      await offer({ mediation: "conditional", signal: ending.signal });
    };
    void offersPasskeys()
      .then((can) => (can && !over ? wait() : undefined))
      .catch(() => undefined);
    return () => {
      over = true;
      clearTimeout(timer);
      waiting.current?.abort();
    };
  }, [rest, challenges, offer]);

  const refused = picked.error instanceof CeremonyEnded ? null : picked.error; // nobody asked for the waiting one
  return { start: () => login.mutate(), busy: login.isPending, failure: login.error ?? refused };
}

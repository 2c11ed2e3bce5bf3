import { useEffect, useState } from "react";
import { createStore, useStore, type Store } from "../../lib/store.ts";
import { deviceClient } from "./device_client.ts";
import type { EnrolledDevice } from "./device_key.ts";
import { Gate, type GateState } from "./gate.ts";
import { Ledger } from "./ledger.ts";
import type { Post } from "./post.ts";
import { gateServer } from "./server.ts";

const opening: Store<GateState> = createStore<GateState>({ link: "asking", waiting: 0, conflicts: 0, listed: 0, whole: false, counts: undefined });

/** The gate at this post, at work as long as the page shows it; nothing until its ledger is open. */
export function useGate({ key }: EnrolledDevice, { show: { id }, gate, direction }: Post): { gate: Gate | undefined; state: GateState } {
  const [open, setOpen] = useState<Gate>();
  useEffect(() => {
    let left = false;
    let working: Gate | undefined;
    void Ledger.open().then((ledger) => {
      if (left) return ledger.close();
      working = new Gate({ show_id: id, gate, direction }, ledger, gateServer(deviceClient(key)));
      setOpen(working);
      void working.run().finally(() => ledger.close());
    });
    return () => {
      left = true;
      working?.close();
      setOpen(undefined);
    };
  }, [key, id, gate, direction]);
  return { gate: open, state: useStore(open?.state ?? opening) };
}

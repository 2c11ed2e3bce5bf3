import { session, type SessionState } from "./session.ts";
import { useStore } from "./store.ts";

export const useSession = (): SessionState => useStore(session);

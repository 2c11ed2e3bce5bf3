// Whether the other side answers. Every request reports here; the banner shows it, nothing else depends on it.
import { createStore } from "./store.ts";

export type Connection = "fine" | "offline" | "unavailable";

export const connection = createStore<Connection>("fine");

export const reportAnswered = (): void => connection.set("fine");
export const reportUnavailable = (): void => connection.set(navigator.onLine ? "unavailable" : "offline");

window.addEventListener("offline", () => connection.set("offline"));
window.addEventListener("online", () => connection.set("fine"));

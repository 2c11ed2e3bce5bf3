import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { settle } from "../lib/session.ts";
import "../ui/tokens.css";
import { App } from "./App.tsx";
import { firstPage } from "./first_page.ts";
import { startLanguage } from "./i18n.ts";

void settle();
await Promise.all([startLanguage(), firstPage()]);
const root = createRoot(document.getElementById("root")!);
startTransition(() => root.render(<App />)); // in slices: a slow phone answers between them

const firstPaintMs = 2000; // what is kept for later does not compete with what is looked at now
if (import.meta.env.PROD && "serviceWorker" in navigator) setTimeout(() => void navigator.serviceWorker.register("/sw.js").catch(() => undefined), firstPaintMs);

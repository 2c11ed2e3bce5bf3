import { createRoot } from "react-dom/client";
import { settle } from "../lib/session.ts";
import "../ui/tokens.css";
import { App } from "./App.tsx";
import { startLanguage } from "./i18n.ts";

void settle();
await startLanguage();
createRoot(document.getElementById("root")!).render(<App />);

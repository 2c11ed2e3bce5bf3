import { Component, type ReactNode } from "react";
import { useTranslation } from "../lib/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

function Broken() {
  const { t } = useTranslation();
  return (
    <main className="page py-16">
      <EmptyState title={t("error_page.title")} action={<Button onClick={() => location.reload()}>{t("error_page.reload")}</Button>}>
        {t("error_page.text")}
      </EmptyState>
    </main>
  );
}

/** The last net. A page whose code is gone because a new release came out is loaded anew, once. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    const staleCode = error instanceof TypeError && /dynamically imported module/.test(error.message);
    if (staleCode && sessionStorage.getItem("gelora.reloaded") !== location.href) {
      sessionStorage.setItem("gelora.reloaded", location.href);
      location.reload();
    }
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

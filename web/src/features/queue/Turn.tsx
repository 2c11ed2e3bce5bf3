import { useEffect } from "react";
import { useNavigate } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Stage } from "./Stage.tsx";

const readMs = 1800;

/** Time to read it, once the page is seen; then on. Going back does not lead here again, and from here to the seats. */
function useGoOn(to: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => void navigate(to, { replace: true }), readMs);
    };
    start();
    document.addEventListener("visibilitychange", start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", start);
    };
  }, [navigate, to]);
}

export function Turn({ showId, until }: { showId: string; until: string }) {
  const { t } = useTranslation();
  const seats = `/shows/${showId}/seats`;
  useGoOn(seats);
  return (
    <Stage title={t("queue.turn")} big={<Countdown until={until} className="text-7xl text-signal sm:text-9xl" />}>
      <p className="max-w-prose text-lg">{t("queue.turn_text")}</p>
      <ButtonLink to={seats} replace size="lg">
        {t("queue.go")}
      </ButtonLink>
    </Stage>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { printTickets, type CounterSale } from "./api.ts";

interface Props {
  showId: string;
  sale: CounterSale;
  size?: "md" | "lg";
}

export function Print({ showId, sale, size = "md" }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const print = useMutation({ mutationFn: () => printTickets(showId, sale, language) });
  return (
    <>
      <Button look={size === "lg" ? "ink" : "plain"} size={size} busy={print.isPending} aria-label={t("counter.print_of", { reference: sale.reference })} onClick={() => print.mutate()}>
        {t("counter.print")}
      </Button>
      <ProblemNotice error={print.error} className="w-full" />
    </>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { numberFormat } from "../../lib/formatters.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { savePlaces, type PlacesFormat, type Show } from "./api.ts";

const formats: readonly PlacesFormat[] = ["xlsx", "csv"];

/** All places of the show as a file, told how much of it has come; leaving the page breaks it off. */
export function ExportPlaces({ show }: { show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [bytes, setBytes] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const save = useMutation({
    mutationFn: async (format: PlacesFormat) => {
      setBytes(0);
      const broken = (stop.current = new AbortController());
      await savePlaces(show.id, format, setBytes, broken.signal).catch((error: unknown) => {
        if (!broken.signal.aborted) throw error;
      });
    },
  });
  useEffect(() => () => stop.current?.abort(), []);
  if (save.isPending)
    return (
      <Button look="plain" className="min-h-12" onClick={() => stop.current?.abort()}>
        <Icon name="close" />
        {t("sales.stop_saving", { size: numberFormat(language, { style: "unit", unit: "megabyte", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6) })}
      </Button>
    );
  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label={t("sales.all_places")} className="flex gap-2">
        {formats.map((format) => (
          <Button key={format} look="plain" className="min-h-12 flex-1" onClick={() => save.mutate(format)} aria-label={t("sales.all_places_as", { format: format.toUpperCase() })}>
            <Icon name="download" />
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      <ProblemNotice error={save.error} />
    </div>
  );
}

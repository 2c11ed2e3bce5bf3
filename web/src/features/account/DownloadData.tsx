import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { saveMyData } from "./api.ts";

export function DownloadData() {
  const { t } = useTranslation();
  const download = useMutation({ mutationFn: saveMyData });
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t("account.data_text")}</p>
      <Button look="ink" busy={download.isPending} onClick={() => download.mutate()}>
        {t("account.data_download")}
      </Button>
      <p role="status" className="text-sm text-soft empty:hidden">
        {download.isPending && t("account.data_gathering")}
      </p>
      {download.isSuccess && <Notice tone="good">{t("account.data_saved")}</Notice>}
      <ProblemNotice error={download.error} />
    </div>
  );
}

import { useEffect, useState } from "react";
import { useTranslation } from "../lib/words.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

/** Puts a text on the clipboard and says that it is there. Without a clipboard (plain HTTP) it is not shown: text can be selected. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 3000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!("clipboard" in navigator)) return null;
  return (
    <>
      <Button look="plain" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined)}>
        <Icon name={copied ? "check" : "copy"} />
        {copied ? t("common.copied") : label}
      </Button>
      <span className="sr-only" role="status">
        {copied && t("common.copied")}
      </span>
    </>
  );
}

import { useMutation } from "@tanstack/react-query";
import { useState, type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "../lib/words.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

interface Props extends Omit<ComponentProps<typeof Button>, "onClick" | "busy"> {
  /** What is asked, what follows from it, and the words on the button that does it. */
  question: string;
  text: ReactNode;
  action: string;
  onConfirm: () => Promise<unknown>;
}

/** A button for what cannot be undone: asks first, and says so when it did not work. One in danger's look is answered by one of that look. */
export function ConfirmButton({ question, text, action, onConfirm, children, ...button }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const run = useMutation({ mutationFn: onConfirm, onSuccess: close });
  return (
    <>
      <Button
        look="plain"
        {...button}
        onClick={() => {
          run.reset();
          setOpen(true);
        }}
      >
        {children}
      </Button>
      <Dialog open={open} onClose={close} label={question}>
        <div className="flex flex-col gap-5 p-6">
          <h2 className="shout text-3xl">{question}</h2>
          <div>{text}</div>
          <ProblemNotice error={run.error} />
          <div className="flex flex-wrap gap-3">
            <Button look={button.look === "danger" ? "danger" : "main"} busy={run.isPending} onClick={() => run.mutate()}>
              {action}
            </Button>
            <Button look="plain" onClick={close}>
              {t("common.cancel")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

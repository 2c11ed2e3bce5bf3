import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choice } from "./Choice.tsx";
import type { Direction } from "./decision.ts";
import type { Post } from "./post.ts";
import type { GateServer, OrganisationShow } from "./server.ts";
import { wakeSound } from "../../lib/sound.ts";

interface Props {
  show: OrganisationShow;
  server: GateServer;
  /** The name that is offered. */
  first: string;
  onStand: (post: Post) => void;
}

const longest = 40;

/** A gate that the organiser named leads to some zones, any other one everywhere; the server knows which is which. */
export function PostForm({ show, server, first, onStand }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: plan } = useQuery({ queryKey: ["gate", show.id, "plan"], queryFn: () => server.plan(show.id) });
  const [gate, setGate] = useState(first.slice(0, longest));
  const [direction, setDirection] = useState<Direction>("in");
  const reentry = plan?.reentry === "allowed";
  const zones = plan?.gates.find(({ name }) => name === gate.trim())?.zones.map((at) => plan.zones[at]?.name ?? "");
  const stand = (event: FormEvent) => {
    event.preventDefault();
    wakeSound();
    if (gate.trim()) onStand({ show, gate: gate.trim(), direction, reentry });
  };
  return (
    <form onSubmit={stand} className="flex flex-1 flex-col gap-6">
      <p className="text-lg">
        <strong className="block text-xl">{show.artist}</strong>
        {dayAndTime(show.starts_at, language, show.timezone)} · {show.venue}
      </p>
      {plan && plan.gates.length > 0 && <Choice label={t("gate.gates")} options={plan.gates.map(({ name }) => [name, name] as const)} chosen={gate.trim()} onChoose={setGate} />}
      <Field label={t("gate.gate_name")} value={gate} onChange={(event) => setGate(event.target.value)} maxLength={longest} required autoComplete="off" className="[&_input]:min-h-14 [&_input]:text-xl" />
      <Notice>
        <p className="text-base">{zones ? t("gate.leads_to", { zones: zones.join(", ") }) : t("gate.leads_everywhere")}</p>
      </Notice>
      {reentry && <Choice label={t("gate.direction")} options={[["in", t("gate.way_in")], ["out", t("gate.way_out")]]} chosen={direction} onChoose={setDirection} />}
      <Button type="submit" size="lg" className="mt-auto min-h-20 text-2xl" disabled={!gate.trim()}>
        {t("gate.start")}
      </Button>
    </form>
  );
}

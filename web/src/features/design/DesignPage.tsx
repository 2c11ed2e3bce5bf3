import { useState, type ReactNode } from "react";
import { ApiProblem } from "../../lib/problem.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PosterCard } from "../../ui/PosterCard.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { Wordmark } from "../../ui/Wordmark.tsx";
import { Colours, Icons, Motion, Space, Type } from "./Foundations.tsx";

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="border-t-[1.5px] border-rule py-8">
      <h2 className="shout mb-5 text-3xl">{name}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  );
}

const tones = ["info", "good", "warn", "bad"] as const;
const badges = ["ink", "signal", "spark", "quiet", "good", "warn", "bad"] as const;
const looks = ["main", "ink", "plain", "ghost", "danger"] as const;
const shelf = [["Langit Karsa", ["#1b1464", "#e02f5c", "#ffd23f"]], ["Sal", ["#0b3d2e", "#f2e8cf", "#bc4749"]], ["Orkes Senja Raya", ["#d3241a", "#17130e", "#ffd23f"]], ["Mendung di Atas Kota Tua", ["#264653", "#e9c46a", "#e76f51"]]] as const;
const opening = new Date(Date.now() + 93_784_000).toISOString();
const away = new ApiProblem("unavailable", 503, { request_id: "01J9Z3" });

function Controls() {
  const [count, setCount] = useState(2);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Part name="Buttons">
        {looks.map((look) => (
          <Button key={look} look={look}>{look}</Button>
        ))}
        <Button size="sm">small</Button>
        <Button size="lg">large</Button>
        <Button busy>busy</Button>
        <Button disabled>disabled</Button>
        <ButtonLink to="#">link</ButtonLink>
        <ConfirmButton look="danger" question="Really?" text="What happens then." action="Do it" onConfirm={() => Promise.resolve()}>asks first</ConfirmButton>
        <CopyButton text="copied" label="Copy" />
      </Part>
      <Part name="Fields">
        <Field className="w-64" label="Plain" hint="What helps." defaultValue="Ayu Lestari" />
        <Field className="w-64" label="Wrong" error="What is wrong, and what to do." defaultValue="ayu@" />
        <Field className="w-64" label="Empty" placeholder="ABCD-EFGH" />
        <Field className="w-64" label="Disabled" disabled defaultValue="not now" />
        <TextArea label="Many lines" rows={3} defaultValue="What is told about a concert" />
        <TextArea label="Wrong lines" rows={3} error="must have at least 10 characters" />
        <SelectField className="w-64" label="Choice" options={[["a", "One"], ["b", "Another"]]} />
        <Stepper value={count} min={0} max={6} label="How many" less="Fewer" more="More" onChange={setCount} />
      </Part>
      <Part name="Dialog and tabs">
        <Button look="plain" onClick={() => setOpen(true)}>open</Button>
        <Dialog open={open} onClose={() => setOpen(false)} label="A dialog">
          <div className="p-6">
            <p className="mb-4">Escape, a press outside, or the button close it; the focus goes back.</p>
            <Button onClick={() => setOpen(false)}>close</Button>
          </div>
        </Dialog>
        <div className="w-full">
          <TabNav label="Sections" shown="a" tabs={[["a", "#a", "Shown"], ["b", "#b", "Another"], ["c", "#c", "A third"]]} />
        </div>
      </Part>
    </>
  );
}

/** Everything the pages are made of, in every state. In development only: npm run dev -w web, then /design. */
export default function DesignPage() {
  return (
    <div className="page py-8 sm:py-12">
      <title>Design · Gelora</title>
      <Wordmark className="text-6xl" />
      <p className="mt-4 max-w-prose text-soft">Paper, ink, and one loud red, as on a gig poster. The tokens are in ui/tokens.css, the parts in ui/; a page takes both and adds neither. Theme and language are in the header.</p>
      <Part name="Colour"><Colours /></Part>
      <Part name="Type"><Type /></Part>
      <Part name="Space and corners"><Space /></Part>
      <Part name="Motion"><Motion /></Part>
      <Part name="Icons"><Icons /></Part>
      <Controls />
      <Part name="Notices">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={tone} className="w-80">What happened, and what to do next.</Notice>
        ))}
        <ProblemNotice error={away} className="w-80" />
        {badges.map((tone) => (
          <Badge key={tone} tone={tone}>{tone}</Badge>
        ))}
      </Part>
      <Part name="Waiting and nothing">
        <Skeleton className="h-24 w-64" />
        <Spinner className="size-8" />
        <Countdown until={opening} />
        <div className="w-full"><EmptyState title="Nothing yet" action={<Button>The obvious next thing</Button>}>Why it is empty, in a sentence.</EmptyState></div>
      </Part>
      <Part name="Posters">
        {shelf.flatMap(([artist, colours], row) => [0, 1].map((more) => (
          <div key={artist + more} className="w-48"><PosterCard artist={artist} seed={row * 7 + more * 3 + 1} colours={colours} corner={<Badge tone="spark">corner</Badge>} /></div>
        )))}
      </Part>
    </div>
  );
}

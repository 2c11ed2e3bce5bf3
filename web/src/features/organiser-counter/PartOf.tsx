import type { Hall } from "../../lib/hall.ts";
import { useTranslation } from "../../lib/words.ts";
import { PlacesOfGroup } from "../../ui/PlacesOfGroup.tsx";
import type { CounterHold, Part } from "./sale.ts";

interface Props {
  hall: Hall;
  group: CounterHold;
  part: Part;
  onChange: (part: Part) => void;
}

/** Which of a group's places are fetched now; the others stay kept. */
export function PartOf({ hall, group, part, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="mb-2 text-sm text-soft">{t("counter.which")}</legend>
      <PlacesOfGroup
        hall={hall}
        seats={group.seats.map(({ seat_no }) => seat_no!)}
        standing={group.standing}
        chosen={part.seats}
        quantities={part.standing}
        less={(zone) => t("counter.less_of", { zone })}
        more={(zone) => t("counter.more_of", { zone })}
        onSeats={(seats) => onChange({ ...part, seats })}
        onStanding={(standing) => onChange({ ...part, standing })}
      />
    </fieldset>
  );
}

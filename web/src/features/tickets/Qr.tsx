import { useMemo } from "react";
import { encode } from "uqr"; // small, without dependencies; the phone draws the code itself, so that it needs no network

const quietZone = 3; // modules; the frame's white is the fourth

/** The code, black on white in every theme, as large as the place allows. */
export function Qr({ code, label }: { code: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(code, { ecc: "M", border: quietZone });
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
    return { size, path };
  }, [code]);
  return (
    <div role="img" aria-label={label} className="aspect-square w-full bg-white p-2" data-testid="qr">
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true" className="size-full">
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}

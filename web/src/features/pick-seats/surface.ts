// The canvases of the large and the small map within the page. They are painted by a worker where the browser can do that (a frame of
// 50,000 seats then costs the page a message), and by the page itself where it cannot, or where the worker does not start.
import type { Hall } from "../../lib/hall.ts";
import type { Order } from "./paint_worker.ts";
import type { Look, View } from "./painter.ts";

interface Hand {
  wear(look: Look): void;
  turn(view: View): void;
  close(): void;
}

const canPaintElsewhere = () => typeof Worker === "function" && "transferControlToOffscreen" in HTMLCanvasElement.prototype;

export class Surface {
  private hand: Hand | undefined;
  private look: Look | undefined;
  private view: View | undefined;
  private closed = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly miniHost: HTMLElement,
    private readonly hall: Hall,
  ) {
    setTimeout(() => (canPaintElsewhere() ? this.elsewhere() : void this.here())); // not in one breath with the page around it
  }

  wear(look: Look): void {
    this.look = look;
    this.hand?.wear(look);
  }

  turn(view: View): void {
    this.view = view;
    this.hand?.turn(view);
  }

  close(): void {
    this.closed = true;
    this.hand?.close();
  }

  private take(hand: Hand): void {
    this.hand = hand;
    if (this.view) hand.turn(this.view);
    if (this.look) hand.wear(this.look);
  }

  /** A canvas that a worker was given is lost to the page: whoever paints gets new ones. */
  private freshCanvases(): [HTMLCanvasElement, HTMLCanvasElement] {
    const fill = (host: HTMLElement) => {
      const canvas = document.createElement("canvas");
      canvas.className = "pointer-events-none block size-full";
      host.replaceChildren(canvas);
      return canvas;
    };
    return [fill(this.host), fill(this.miniHost)];
  }

  private elsewhere(): void {
    if (this.closed) return;
    const worker = new Worker(new URL("./paint_worker.ts", import.meta.url), { type: "module", name: "seat map" });
    const send = (order: Order, given: Transferable[] = []) => worker.postMessage(order, given);
    const [canvas, mini] = this.freshCanvases();
    const given = [canvas.transferControlToOffscreen(), mini.transferControlToOffscreen()] as const;
    send({ open: { canvas: given[0], mini: given[1], hall: this.hall } }, [...given]);
    worker.addEventListener("error", () => {
      worker.terminate();
      this.hand = undefined;
      void this.here();
    });
    this.take({ wear: (look) => send({ look }), turn: (view) => send({ view }), close: () => worker.terminate() });
  }

  private async here(): Promise<void> {
    const { Painter } = await import("./painter.ts");
    if (this.closed) return;
    const painter = new Painter(...this.freshCanvases(), this.hall);
    this.take(painter);
    void document.fonts.load("750 12px Archivo").then(() => painter.redraw());
  }
}

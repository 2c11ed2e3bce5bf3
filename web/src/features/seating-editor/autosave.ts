// Saves what is drawn a moment after the last change, one save at a time, each over the version that the one before made. When somebody
// else saved first, it stops and asks; what is drawn here stays here. Knows neither React nor the server.
import { createStore, type Store } from "../../lib/store.ts";

export type Saving = "saved" | "waiting" | "saving" | "meanwhile" | "failed";

export interface Save<Doc, Plan> {
  document: () => Doc;
  send: (base: number, document: Doc) => Promise<Plan>;
  isMeanwhile: (error: unknown) => boolean;
  later: (act: () => void) => () => void; // answers how to call it off
}
export interface SaveState<Plan> {
  saving: Saving;
  plan: Plan;
  error: unknown;
}

export class Autosave<Doc, Plan extends { version: number }> {
  readonly store: Store<SaveState<Plan>>;
  private readonly how: Save<Doc, Plan>;
  private callOff: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private dirty = false;

  constructor(plan: Plan, how: Save<Doc, Plan>) {
    this.store = createStore<SaveState<Plan>>({ saving: "saved", plan, error: undefined });
    this.how = how;
  }

  changed(): void {
    this.dirty = true;
    if (this.store.get().saving === "meanwhile" || this.running) return;
    this.set({ saving: "waiting" });
    this.callOff?.();
    this.callOff = this.how.later(() => void this.now());
  }

  /** Saves what is not saved yet; ends when nothing is left to save, or it cannot be. True: all is saved. */
  async now(): Promise<boolean> {
    this.callOff?.();
    while (this.running) await this.running;
    while (this.dirty && this.store.get().saving !== "meanwhile") {
      this.running = this.save();
      await this.running;
      if (this.store.get().saving === "failed") break;
    }
    return this.store.get().saving === "saved";
  }

  /** Goes on from what somebody else saved, or from what was published. */
  adopt(plan: Plan, dirty = false): void {
    this.dirty = dirty;
    this.set({ saving: "saved", plan, error: undefined });
    if (dirty) this.changed();
  }
  stop(): void {
    this.callOff?.();
  }

  private set(patch: Partial<SaveState<Plan>>): void {
    this.store.set({ ...this.store.get(), ...patch });
  }

  private async save(): Promise<void> {
    this.dirty = false;
    this.set({ saving: "saving" });
    try {
      const plan = await this.how.send(this.store.get().plan.version, this.how.document());
      this.set({ saving: this.dirty ? "waiting" : "saved", plan, error: undefined });
    } catch (error) {
      this.dirty = true;
      this.set({ saving: this.how.isMeanwhile(error) ? "meanwhile" : "failed", error });
      if (this.store.get().saving === "failed") this.callOff = this.how.later(() => void this.now());
    }
    this.running = undefined;
  }
}

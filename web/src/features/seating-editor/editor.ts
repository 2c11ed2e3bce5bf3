// The state of the editor: what is drawn, what is chosen, and which tool is in hand. Knows neither the page nor the server.
import { createStore, type Store } from "../../lib/store.ts";
import { add, addZone, duplicate, freeKey, freeName, mark, move, remove, rotate, type Ids } from "./commands.ts";
import { begin, redo, step, undo, type History } from "./history.ts";
import { layoutOf } from "./layout.ts";
import { newBlock, newTable, palette, rectangle, usualPitch, type Drawing, type Mark, type Section, type Shape, type Thing } from "./model.ts";

export const tools = ["select", "pan", "block", "row", "round", "long", "box", "standing", "words", "mark"] as const;
export type Tool = (typeof tools)[number];

export interface EditorState {
  history: History<Drawing>;
  selected: Ids;
  tool: Tool;
  /** Where the map is to look next. */
  focus: { id: string; seat?: number } | undefined;
}

/** Words of the page's language for what is new. */
export interface NewNames {
  block: string;
  table: string;
  box: string;
  standing: string;
  words: string;
  zone: string;
}

export interface Area {
  x: number; // its middle
  y: number;
  width: number; // 0: a click
  height: number;
}

export const newId = (): string => crypto.randomUUID();
const nextMark = (now: Mark | undefined): Mark | undefined => (now === undefined ? "accessible" : now === "accessible" ? "companion" : undefined);
const nothing: Ids = new Set();
const whole = (value: number, least: number) => Math.max(least, Math.round(value));

export class Editor {
  readonly store: Store<EditorState>;

  constructor(drawing: Drawing, private names: NewNames) {
    this.store = createStore<EditorState>({ history: begin(drawing), selected: nothing, tool: "select", focus: undefined });
  }

  get state(): EditorState {
    return this.store.get();
  }
  get drawing(): Drawing {
    return this.state.history.present;
  }

  speak(names: NewNames): void {
    this.names = names;
  }
  private set(patch: Partial<EditorState>): void {
    this.store.set({ ...this.state, ...patch });
  }

  draw(next: Drawing, tag?: string): void {
    this.set({ history: step(this.state.history, next, tag) });
  }
  /** Another drawing altogether: nothing before it comes back. */
  begin(drawing: Drawing): void {
    this.set({ history: begin(drawing), selected: nothing });
  }
  private travel(history: History<Drawing>): void {
    const there = new Set(history.present.things.map(({ id }) => id));
    this.set({ history, selected: new Set([...this.state.selected].filter((id) => there.has(id))) });
  }
  undo = () => this.travel(undo(this.state.history));
  redo = () => this.travel(redo(this.state.history));

  take = (tool: Tool) => this.set({ tool, ...(tool !== "select" && tool !== "pan" && { selected: nothing }) });
  select = (selected: Ids) => this.set({ selected });
  selectAll = () => this.set({ selected: new Set(this.drawing.things.map(({ id }) => id)) });
  toggle(id: string): void {
    const next = new Set(this.state.selected);
    if (!next.delete(id)) next.add(id);
    this.set({ selected: next });
  }
  lookAt = (id: string, seat?: number) => this.set({ selected: new Set([id]), tool: "select", focus: { id, ...(seat !== undefined && { seat }) } });

  move = (dx: number, dy: number, tag?: string) => this.draw(move(this.drawing, this.state.selected, dx, dy), tag);
  rotate = (degrees: number, tag?: string) => this.draw(rotate(this.drawing, this.state.selected, degrees), tag);
  remove(): void {
    this.draw(remove(this.drawing, this.state.selected));
    this.set({ selected: nothing });
  }
  duplicate(): void {
    const [next, fresh] = duplicate(this.drawing, this.state.selected, newId);
    this.draw(next);
    this.set({ selected: fresh });
  }
  mark(id: string, seat: number): void {
    const section = this.drawing.things.find((thing) => thing.id === id);
    if (section?.kind === "section") this.draw(mark(this.drawing, id, [seat], nextMark(section.marks[seat])));
  }

  /** What the tool makes of an area that was drawn. */
  create(area: Area): void {
    const { tool } = this.state;
    const made = this.madeBy(tool, area);
    if (!made) return;
    const [drawing, thing] = made;
    this.draw(add(drawing, thing));
    this.set({ tool: "select", selected: new Set([thing.id]) });
  }

  private madeBy(tool: Tool, { x, y, width, height }: Area): [Drawing, Thing] | undefined {
    const placed = { id: newId(), x: Math.round(x), y: Math.round(y), rotation: 0 };
    const drawn = width > 0 || height > 0;
    const taken = this.drawing.things.map(({ name }) => name);
    const section = (word: string, shape: Shape): [Drawing, Thing] => {
      const [drawing, zone] = this.drawing.zones[0] ? [this.drawing, this.drawing.zones[0]] : addZone(this.drawing, `${this.names.zone} 1`);
      return [drawing, { ...placed, kind: "section", name: freeName(taken, word), zone: zone.key, shape, marks: {} } satisfies Section];
    };
    const across = whole(width / usualPitch, 0) + 1;
    if (tool === "block") return section(this.names.block, drawn ? newBlock(whole(height / newBlock().row_pitch, 0) + 1, across) : newBlock());
    if (tool === "row") return section(this.names.block, newBlock(1, drawn ? across : 10));
    if (tool === "box") return section(this.names.box, { ...newBlock(2, 3), row_pitch: 7 });
    if (tool === "round") return section(this.names.table, newTable("round"));
    if (tool === "long") return section(this.names.table, newTable("rectangle"));
    if (tool === "words") return [this.drawing, { ...placed, kind: "words", name: this.names.words }];
    if (tool !== "standing") return undefined;
    const used = [...this.drawing.zones.map(({ colour }) => colour), ...this.drawing.things.flatMap((thing) => (thing.kind === "standing" ? [thing.colour] : []))];
    const points = rectangle(Math.max(20, drawn ? width : 120), Math.max(20, drawn ? height : 80));
    return [this.drawing, { ...placed, kind: "standing", key: freeKey(this.drawing), name: freeName(taken, this.names.standing), colour: palette.find((colour) => !used.includes(colour)) ?? palette[5]!, capacity: 100, points }];
  }
}

export const seatsIn = (drawing: Drawing): number => drawing.things.reduce((sum, thing) => sum + (thing.kind === "section" ? layoutOf(thing.shape).count : 0), 0);

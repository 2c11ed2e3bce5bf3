// A small seating plan without faults, for tests: eight seats in two rows, and thirty places to stand.
export type Seat = [label: string, x: number, y: number, mark?: string];
export interface Document {
  name: string;
  width: number;
  height: number;
  stage: { label: string; points: number[][] };
  zones: { key: string; name: string; kind: string; colour: string; capacity?: number; shape?: number[][] }[];
  sections: { name: string; zone: string; outline: number[][]; rows: { name: string; seats: Seat[] }[] }[];
  texts?: { text: string; at: number[] }[];
}

export const box = (left: number, top: number, right: number, bottom: number) => [[left, top], [right, top], [right, bottom], [left, bottom]];
export const rowOf = (name: string, y: number, count: number, x = 100): Document["sections"][0]["rows"][0] => ({ name, seats: Array.from({ length: count }, (_, i): Seat => [String(i + 1), x + i * 10, y]) });
export const drawnPlan = (name: string): Document => ({
  name, width: 400, height: 300, stage: { label: "Panggung", points: box(100, 0, 200, 20) },
  zones: [{ key: "vip", name: "VIP", kind: "seated", colour: "#b3124e" }, { key: "lantai", name: "Lantai", kind: "standing", colour: "#0f8b8d", capacity: 30, shape: box(100, 200, 300, 280) }],
  sections: [{ name: "Tengah", zone: "vip", outline: box(90, 40, 160, 80), rows: [rowOf("A", 50, 6), { name: "B", seats: [["1", 100, 65, "accessible"], ["2", 110, 65, "companion"]] }] }],
  texts: [{ text: "Pintu barat", at: [20, 150] }],
});

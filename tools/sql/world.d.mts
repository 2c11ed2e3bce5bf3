export interface Filling {
  readonly schema: string;
  readonly table: string;
  readonly from: number;
  readonly to: number;
  readonly insert: (from: number, to: number) => string;
}
export class World {
  constructor(bookings: number, numbers?: (from: number, to: number) => string);
  readonly bookings: number;
  tables(): Filling[];
}

export interface DemoPlan {
  key: string;
  name: string;
}
export function makePlans(): DemoPlan[];

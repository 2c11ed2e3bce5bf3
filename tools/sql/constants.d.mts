export interface SqlConstant {
  readonly where: string;
  readonly name: string;
  readonly text: string;
}
export function sqlConstants(file: string): SqlConstant[];
export function sqlConstantsOf(pattern: string): SqlConstant[];
export function sqlConstant(file: string, name: string): string;

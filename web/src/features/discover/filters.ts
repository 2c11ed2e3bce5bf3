// The search as it stands in the address bar: shareable, and kept by the back button.

export interface Filters {
  q?: string;
  city?: string;
  from?: string;
  to?: string;
}

const names = ["q", "city", "from", "to"] as const;
export type FilterName = (typeof names)[number];

export function readFilters(search: URLSearchParams): Filters {
  const found = names.map((name) => [name, search.get(name)?.trim() ?? ""] as const).filter(([, value]) => value !== "");
  return Object.fromEntries(found) as Filters;
}

/** The address with one filter changed; an empty value takes it away. */
export function withFilter(search: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value.trim() === "") next.delete(name);
  else next.set(name, value);
  return next;
}

export const isFiltering = (filters: Filters): boolean => Object.keys(filters).length > 0;

// Where to go after login: back to the page that asked, never off this site.

export const loginPath = (from: string): string => `/login?next=${encodeURIComponent(from)}`;

export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/tickets";
}

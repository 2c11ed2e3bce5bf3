// What a gate asks booking-service, one function a question.
import type { components } from "../../contract/booking.ts";
import { toProblem } from "../../lib/problem.ts";
import type { ScanResult } from "./decision.ts";
import type { DeviceClient } from "./device_client.ts";
import type { Server } from "./sync.ts";

export type OrganisationShow = components["schemas"]["OrganisationShow"];
export type Attendee = components["schemas"]["Attendee"];
export type GateCounts = components["schemas"]["GateCounts"];
type ScanRequest = components["schemas"]["ScanRequest"];

/** As lib/api.ts reads it; that the device was revoked, and that nobody waits any more, go through as they are. */
async function read<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblem(response, error);
  return data as NonNullable<T>;
}

const at = (id: string) => ({ params: { path: { id } } });

export const gateServer = (client: DeviceClient) => ({
  shows: async (organisation: string): Promise<OrganisationShow[]> => (await read(client.GET("/api/organisations/{id}/shows", at(organisation)))).items,
  /** The list without its tickets: gates, zones and rules. */
  plan: (show: string) => read(client.GET("/api/shows/{id}/gate-list", { params: { path: { id: show }, query: { limit: 1 } } })),
  checkIn: (show: string, body: ScanRequest, signal: AbortSignal): Promise<ScanResult> => read(client.POST("/api/shows/{id}/check-ins", { ...at(show), body, signal })),
  counts: (show: string): Promise<GateCounts> => read(client.GET("/api/shows/{id}/check-ins/counts", at(show))),
  attendees: async (show: string, q: string, signal: AbortSignal): Promise<Attendee[]> => (await read(client.GET("/api/shows/{id}/attendees", { params: { path: { id: show }, query: { q } }, signal }))).items,
  tell: (show: string, scans) => read(client.POST("/api/shows/{id}/check-ins/batch", { ...at(show), body: { scans } })),
  list: async (show, after, etag) => {
    const query = { limit: 5000, ...(after && { after }) };
    const { data, error, response } = await client.GET("/api/shows/{id}/gate-list", { params: { path: { id: show }, query }, ...(etag && { headers: { "If-None-Match": etag } }) });
    if (response.status === 304) return undefined;
    if (!data) throw toProblem(response, error);
    return { page: data, etag: response.headers.get("ETag") };
  },
}) satisfies Server & Record<string, unknown>;

export type GateServer = ReturnType<typeof gateServer>;

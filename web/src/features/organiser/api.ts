import { queryOptions } from "@tanstack/react-query";
import type { components as BookingParts } from "../../contract/booking.ts";
import type { components } from "../../contract/user.ts";
import { booking, read, users } from "../../lib/api.ts";
import { refresh } from "../../lib/session.ts";
import type { MachineRole } from "./powers.ts";

type Schemas = components["schemas"];
export type Organisation = Schemas["Organisation"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type Machine = Schemas["Machine"];
export type NewApiKey = Schemas["NewApiKey"];
export type GateCode = Schemas["GateCode"];
export type OrganisationShow = BookingParts["schemas"]["OrganisationShow"];

const of = (id: string) => ({ params: { path: { id } } });

export const organisationsQuery = queryOptions({
  queryKey: ["organisations"],
  queryFn: async () => (await read(users.GET("/api/organisations"))).items,
});
export const organisationQuery = (id: string) => queryOptions({ queryKey: ["organisation", id], queryFn: () => read(users.GET("/api/organisations/{id}", of(id))) });
export const showsQuery = (id: string) =>
  queryOptions({
    queryKey: ["organisation", id, "shows"],
    queryFn: async () => (await read(booking.GET("/api/organisations/{id}/shows", of(id)))).items,
    refetchInterval: 15_000,
  });
export const membersQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "members"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/members", of(id)))).items });
export const invitationsQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "invitations"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/invitations", of(id)))).items });
export const keysQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "keys"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/api-keys", of(id)))).items });
export const devicesQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "devices"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/gate-devices", of(id)))).items });

/** What I am and may do has changed: the next token, and the session's person, say so. It is done even when that has to wait. */
async function withNewRoles<T>(done: T): Promise<T> {
  await refresh().catch(() => undefined);
  return done;
}

export const found = async (name: string) => withNewRoles(await read(users.POST("/api/organisations", { body: { name } })));
export const rename = (id: string, name: string) => read(users.PATCH("/api/organisations/{id}", { ...of(id), body: { name } }));
export const accept = async (token: string) => withNewRoles(await read(users.POST("/api/invitations/acceptance", { body: { token } })));

const member = (id: string, user_id: string) => ({ params: { path: { id, user_id } } });
export type Rights = Required<Schemas["RoleChange"]>;
export const changeRights = (id: string, userId: string, body: Rights) => read(users.PATCH("/api/organisations/{id}/members/{user_id}", { ...member(id, userId), body }));
export const removeMember = (id: string, userId: string) => read(users.DELETE("/api/organisations/{id}/members/{user_id}", member(id, userId)));
export const leave = async (id: string, myId: string) => withNewRoles(await removeMember(id, myId));

export const invite = (id: string, body: Schemas["NewInvitation"]) => read(users.POST("/api/organisations/{id}/invitations", { ...of(id), body }));
export const withdraw = (id: string, invitation_id: string) => read(users.DELETE("/api/organisations/{id}/invitations/{invitation_id}", { params: { path: { id, invitation_id } } }));

export const createKey = (id: string, body: { name: string; role: MachineRole; days: number }) => read(users.POST("/api/organisations/{id}/api-keys", { ...of(id), body }));
export const revokeKey = (id: string, key_id: string) => read(users.DELETE("/api/organisations/{id}/api-keys/{key_id}", { params: { path: { id, key_id } } }));

export const inviteDevice = (id: string, body: { name: string; days: number }) => read(users.POST("/api/organisations/{id}/gate-devices", { ...of(id), body }));
export const revokeDevice = (id: string, device_id: string) => read(users.DELETE("/api/organisations/{id}/gate-devices/{device_id}", { params: { path: { id, device_id } } }));

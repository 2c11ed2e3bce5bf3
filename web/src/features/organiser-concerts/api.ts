import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";
import { sendFile } from "../../lib/send_file.ts";

type Schemas = components["schemas"];
export type Concert = Schemas["OrganisationConcert"];
export type ConcertWish = Schemas["ConcertRequest"];
export type Show = Schemas["OrganisationShowDraft"];
export type ShowsWish = Schemas["ShowsRequest"];
export type ShowChange = Schemas["ShowChange"];
export type Plan = Schemas["SeatingPlan"];

const of = (id: string) => ({ params: { path: { id } } });
const concert = (id: string, concert_id: string) => ({ path: { id, concert_id } });
const show = (id: string, show_id: string) => ({ path: { id, show_id } });
const version = (number: number) => ({ "If-Match": `"${number}"` });

export const plansQuery = (id: string) => queryOptions({ queryKey: ["seating plans", id], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/seating-plans", of(id)))).items, staleTime: 60_000 });
export const concertsQuery = (id: string) => queryOptions({ queryKey: ["written", id], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/concerts", of(id)))).items, staleTime: 0 });
export const concertQuery = (id: string, concertId: string) => queryOptions({ queryKey: ["written", id, concertId], queryFn: () => read(booking.GET("/api/organisations/{id}/concerts/{concert_id}", { params: concert(id, concertId) })), staleTime: 0 });
export const showsQuery = (id: string, concertId: string) => queryOptions({ queryKey: ["written", id, concertId, "shows"], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/concerts/{concert_id}/shows", { params: concert(id, concertId) }))).items, staleTime: 0 });
export const showQuery = (id: string, showId: string) => queryOptions({ queryKey: ["written show", id, showId], queryFn: () => read(booking.GET("/api/organisations/{id}/shows/{show_id}", { params: show(id, showId) })), staleTime: 0 });

export const createConcert = (id: string, body: ConcertWish) => read(booking.POST("/api/organisations/{id}/concerts", { ...of(id), body }));
export const changeConcert = (id: string, concertId: string, base: number, body: ConcertWish) => read(booking.PATCH("/api/organisations/{id}/concerts/{concert_id}", { params: { ...concert(id, concertId), header: version(base) }, body }));
export const removeConcert = (id: string, concertId: string) => read(booking.DELETE("/api/organisations/{id}/concerts/{concert_id}", { params: concert(id, concertId) }));
export const sendPoster = (id: string, concertId: string, file: File, onProgress: (part: number) => void) => sendFile<Concert>(`/api/organisations/${id}/concerts/${concertId}/poster`, file, onProgress);
export const removePoster = (id: string, concertId: string) => read(booking.DELETE("/api/organisations/{id}/concerts/{concert_id}/poster", { params: concert(id, concertId) }));

export const createShows = async (id: string, concertId: string, body: ShowsWish) => (await read(booking.POST("/api/organisations/{id}/concerts/{concert_id}/shows", { params: concert(id, concertId), body }))).items;
export const changeShow = (id: string, showId: string, base: number, body: ShowChange) => read(booking.PATCH("/api/organisations/{id}/shows/{show_id}", { params: { ...show(id, showId), header: version(base) }, body }));
export const copyShow = async (id: string, showId: string, dates: string[]) => (await read(booking.POST("/api/organisations/{id}/shows/{show_id}/copies", { params: show(id, showId), body: { dates } }))).items;
export const removeShow = (id: string, showId: string) => read(booking.DELETE("/api/organisations/{id}/shows/{show_id}", { params: show(id, showId) }));
export const publish = (id: string, showId: string) => read(booking.PUT("/api/organisations/{id}/shows/{show_id}/publication", { params: show(id, showId) }));
export const withdraw = (id: string, showId: string) => read(booking.DELETE("/api/organisations/{id}/shows/{show_id}/publication", { params: show(id, showId) }));
export const postpone = (id: string, showId: string, starts_at_local: string) => read(booking.POST("/api/organisations/{id}/shows/{show_id}/postponement", { params: show(id, showId), body: { starts_at_local } }));

import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";

type Schemas = components["schemas"];
export type Show = Schemas["Show"];
export type Message = Schemas["Message"];
export type MessageWish = Schemas["NewMessage"];
export type Audience = Schemas["Audience"];
export type Mail = Schemas["MessageMail"];

const of = (id: string) => ({ params: { path: { id } } });
const ifMatch = (id: string, version: number) => ({ params: { path: { id }, header: { "If-Match": `"${version}"` } } });
/** It goes on by itself. */
const moves = (message: Message | undefined) => message?.status === "sending";

export const messagesQuery = (show: string) =>
  infiniteQueryOptions({
    queryKey: ["show", show, "messages"],
    queryFn: ({ pageParam }) => read(booking.GET("/api/shows/{id}/messages", { params: { path: { id: show }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some(moves)) ? 2000 : false),
  });
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ["message", id],
    queryFn: () => read(booking.GET("/api/messages/{id}", of(id))),
    staleTime: 0,
    refetchOnWindowFocus: false, // somebody may be typing
    refetchInterval: ({ state: { data } }) => (moves(data) ? 1000 : false),
  });
/** How many it would be for; the last number stays while the next is counted. */
export const audienceQuery = (show: string, wish: Audience) =>
  queryOptions({
    queryKey: ["show", show, "audience", wish],
    queryFn: async () => (await read(booking.POST("/api/shows/{id}/message-audience", { ...of(show), body: wish }))).recipients,
    staleTime: 5000,
    placeholderData: keepPreviousData,
  });
export const previewQuery = ({ id, version }: Message) =>
  queryOptions({
    queryKey: ["message", id, "preview", version],
    queryFn: () => read(booking.POST("/api/messages/{id}/preview", of(id))),
    staleTime: 60_000,
  });

export const createMessage = (show: string, body: MessageWish) => read(booking.POST("/api/shows/{id}/messages", { ...of(show), body }));
export const saveMessage = (id: string, version: number, body: MessageWish) => read(booking.PUT("/api/messages/{id}", { ...ifMatch(id, version), body }));
export const deleteMessage = (id: string) => read(booking.DELETE("/api/messages/{id}", of(id)));
export const testMessage = (id: string) => read(booking.POST("/api/messages/{id}/test", of(id)));
export const sendMessage = (id: string, version: number) => read(booking.POST("/api/messages/{id}/send", ifMatch(id, version)));
export const pauseMessage = (id: string) => read(booking.POST("/api/messages/{id}/pause", of(id)));
export const resumeMessage = (id: string) => read(booking.POST("/api/messages/{id}/resume", of(id)));
export const cancelMessage = (id: string) => read(booking.POST("/api/messages/{id}/cancel", of(id)));

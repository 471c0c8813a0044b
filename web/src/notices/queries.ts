import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type NoticeLine = Schemas["NoticeLine"];
export type Notice = Schemas["Notice"];
export type Side = Schemas["NoticeSide"];
export type Marking = Schemas["NoticeMarking"];
export type Urgency = Schemas["NoticeUrgency"];

export const MARKINGS: readonly Marking[] = ["clear", "green", "amber", "amber_strict", "red"];
export const URGENCIES: readonly Urgency[] = ["routine", "raised", "red"];
/** What changes when a notice does. */
export const CHANGED = [["notices"]];

export const noticeQuery = (noticeId: string, language: string) => queryOptions({
  queryKey: ["notices", "one", noticeId, language],
  queryFn: () => body(api.GET("/api/notices/{notice_id}", { params: { path: { notice_id: noticeId }, query: { language } } })),
});

export const useAddressees = (language: string) => useQuery({
  queryKey: ["notices", "addressees", language],
  queryFn: () => body(api.GET("/api/notices/addressees", { params: { query: { language } } })),
});

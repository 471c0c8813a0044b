import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Expert = Schemas["Expert"];
export type ExpertLine = Schemas["ExpertLine"];
export type Invitation = Schemas["Invitation"];

export const EXPERTS = [["experts"]];

export const publicExpertQuery = (id: string) => queryOptions({
  queryKey: ["experts", "public", id], queryFn: () => body(api.GET("/api/public/experts/{expert_id}", { params: { path: { expert_id: id } } })),
});
export const expertQuery = (id: string) => queryOptions({
  queryKey: ["experts", "one", id],
  queryFn: () => id === "me" ? body(api.GET("/api/experts/me")) : body(api.GET("/api/experts/{expert_id}", { params: { path: { expert_id: id } } })),
});

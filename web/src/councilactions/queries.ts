import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type CouncilAction = Schemas["Action"];

export interface ActionFilter {
  owner?: string;
  state?: "" | "open" | "overdue" | "done" | "dropped";
  session_id?: string;
  before_session?: string;
}

export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: () => body(api.GET("/api/members")), staleTime: Infinity });
export const bodiesQuery = (language: string) => queryOptions({
  queryKey: ["bodies", "owners", language], queryFn: () => body(api.GET("/api/bodies", { params: { query: { language, limit: 200 } } })), staleTime: 60_000,
});
export const actionQuery = (id: string) => queryOptions({
  queryKey: ["actions", "one", id], queryFn: () => body(api.GET("/api/actions/{action_id}", { params: { path: { action_id: id } } })),
});
export const rollUpQuery = queryOptions({ queryKey: ["actions", "roll-up"], queryFn: () => body(api.GET("/api/actions/roll-up")) });
export const actionsPage = (filter: ActionFilter, cursor: string | undefined) =>
  body(api.GET("/api/actions", { params: { query: { ...filter, ...(cursor ? { cursor } : {}) } } }));

/** All that shows an action: asked anew when one changes. */
export const FOLLOWING = [["actions"], ["decisions"], ["meetings"]];

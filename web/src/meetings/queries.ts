import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Meeting = Schemas["Meeting"];
export type MeetingLine = Schemas["MeetingLine"];
export type Decision = Schemas["Decision"];
export type CouncilAction = Schemas["Action"];

export const MEETING_KINDS = ["plenary", "working_group", "side_event", "briefing", "workshop", "site_visit"] as const satisfies readonly Schemas["MeetingKind"][];

export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: () => body(api.GET("/api/members")), staleTime: Infinity });
export const meetingsQuery = queryOptions({ queryKey: ["meetings"], queryFn: () => body(api.GET("/api/meetings")) });
export const meetingQuery = (id: string) => queryOptions({
  queryKey: ["meetings", id], queryFn: () => body(api.GET("/api/meetings/{session_id}", { params: { path: { session_id: id } } })),
});
export const decisionsQuery = queryOptions({ queryKey: ["decisions"], queryFn: () => body(api.GET("/api/decisions")) });
export const actionsQuery = queryOptions({ queryKey: ["actions"], queryFn: () => body(api.GET("/api/actions")) });

/** All that shows a decision or an action: asked anew when one is made. */
export const FOLLOWING = [["meetings"], ["decisions"], ["actions"]];

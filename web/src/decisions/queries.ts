import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Decision = Schemas["Decision"];
export type DecisionPageData = Schemas["DecisionPage"];
export type Silence = Schemas["DecisionSilence"];
export type Language = Schemas["DecisionDraftInput"]["languages"][number];

export const LANGUAGES = ["en", "ru", "uz", "kk", "ky", "tg", "tk"] as const satisfies readonly Language[];
export const STATES = ["draft", "silence", "objected", "adopted", "superseded", "withdrawn"] as const;

export type DecisionFilter = { state: "" | (typeof STATES)[number]; year: string; q: string; session_id: string };

export const decisionsPage = (filter: Partial<DecisionFilter>, cursor: string | undefined) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  return body(api.GET("/api/decisions", { params: { query: { ...given, ...(cursor ? { cursor } : {}) } } }));
};
export const decisionQuery = (id: string) => queryOptions({
  queryKey: ["decisions", "one", id], queryFn: () => body(api.GET("/api/decisions/{decision_id}", { params: { path: { decision_id: id } } })),
});
export const ofSessionQuery = (sessionId: string) => queryOptions({
  queryKey: ["decisions", "session", sessionId], queryFn: () => decisionsPage({ session_id: sessionId }, undefined),
});
export const meetingsQuery = queryOptions({ queryKey: ["meetings", "to-choose"], queryFn: () => body(api.GET("/api/meetings")) });

/** All that shows a decision: asked anew when one changes. */
export const CHANGED = [["decisions"], ["meetings"], ["actions"]];

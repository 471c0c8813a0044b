import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Decision = Schemas["Decision"];
export type DecisionPageData = Schemas["DecisionPage"];
export type Silence = Schemas["DecisionSilence"];
export type Language = Schemas["DecisionDraftInput"]["languages"][number];

export const STATES = ["draft", "silence", "objected", "adopted", "superseded", "withdrawn"] as const;

export type DecisionFilter = { state: "" | (typeof STATES)[number]; year: string; q: string; session_id: string };

/** member   whether the reader belongs to the Council; everybody else gets the public ones */
export const decisionsPage = (filter: Partial<DecisionFilter> & { limit?: number }, cursor: string | undefined, member = true) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  const params = { query: { ...given, ...(cursor ? { cursor } : {}) } };
  return member ? body(api.GET("/api/decisions", { params })) : body(api.GET("/api/public/decisions", { params }));
};
export const decisionQuery = (id: string, member = true) => queryOptions({
  queryKey: ["decisions", "one", id, member],
  queryFn: () => {
    const params = { path: { decision_id: id } };
    return member ? body(api.GET("/api/decisions/{decision_id}", { params })) : body(api.GET("/api/public/decisions/{decision_id}", { params }));
  },
});
export const ofSessionQuery = (sessionId: string) => queryOptions({
  // Also asked anew when the session changes: whether it may decide hangs on who sat there.
  queryKey: ["meetings", "decisions", sessionId], queryFn: () => decisionsPage({ session_id: sessionId }, undefined),
});
/** The newest sessions, of which a draft chooses the one that it belongs to. */
export const meetingsQuery = queryOptions({ queryKey: ["meetings", "to-choose"], queryFn: () => body(api.GET("/api/meetings", { params: { query: { limit: 200 } } })) });
/** The newest decisions in force, of which a draft chooses the one whose place it takes. */
export const adoptedQuery = queryOptions({ queryKey: ["decisions", "to-supersede"], queryFn: () => decisionsPage({ state: "adopted", limit: 100 }, undefined) });

/** All that shows a decision: asked anew when one changes. */
export const CHANGED = [["decisions"], ["meetings"], ["actions"]];

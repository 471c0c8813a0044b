import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";
import { useAction, type Done } from "../api/queries";

export type Practice = Schemas["Practice"];
export type PracticeLine = Schemas["PracticeLine"];
export type PracticeText = Schemas["PracticeText"];
export type PracticeReview = Schemas["PracticeReview"];
export type PracticeKind = Schemas["PracticeKind"];

export const practiceQuery = (id: string, inside = true) => queryOptions({
  queryKey: ["practices", "one", id, inside], queryFn: () => {
    const params = { path: { practice_id: id } };
    return inside ? body(api.GET("/api/practices/{practice_id}", { params })) : body(api.GET("/api/public/practices/{practice_id}", { params }));
  },
});
export const callsQuery = queryOptions({ queryKey: ["practices", "calls"], queryFn: () => body(api.GET("/api/practice-calls")) });

const at = (id: string) => ({ params: { path: { practice_id: id } } });

/** Something done with a practice; all that shows practices is asked anew. */
export function usePracticeAction<Values, Value = unknown>(act: (values: Values) => Promise<Value>, options: { said?: string; done?: Done<Value> } = {}) {
  return useAction(act, { refresh: [["practices"], ["desk"]], ...options });
}

/** The steps of a practice that need no more than a word. */
export const steps = (id: string) => ({
  submit: (version: number) => body(api.POST("/api/practices/{practice_id}/submission", { ...at(id), body: { version } })),
  clear: () => body(api.POST("/api/practices/{practice_id}/clearance", { ...at(id), body: {} })),
  giveBack: (values: Schemas["PracticeReason"]) => body(api.POST("/api/practices/{practice_id}/return", { ...at(id), body: values })),
  publish: () => body(api.POST("/api/practices/{practice_id}/publication", { ...at(id), body: {} })),
  beginEdition: () => body(api.POST("/api/practices/{practice_id}/editions", { ...at(id), body: {} })),
  correct: (values: Schemas["PracticeCorrection"]) => body(api.POST("/api/practices/{practice_id}/correction", { ...at(id), body: values })),
  renew: (values: Schemas["PracticeRenewal"]) => body(api.POST("/api/practices/{practice_id}/renewal", { ...at(id), body: values })),
  retire: (values: Schemas["PracticeReason"]) => body(api.POST("/api/practices/{practice_id}/retirement", { ...at(id), body: values })),
  askReview: (values: Schemas["PracticeReviewerInput"]) => body(api.POST("/api/practices/{practice_id}/reviews", { ...at(id), body: values })),
  recordUse: (values: Schemas["PracticeUseInput"]) => body(api.POST("/api/practices/{practice_id}/uses", { ...at(id), body: values })),
});

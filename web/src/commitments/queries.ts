import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type CommitmentDocument = Schemas["CommitmentDocument"];
export type DocumentPageData = Schemas["CommitmentDocumentPage"];
export type Commitment = Schemas["Commitment"];
export type NationalAction = Schemas["NationalAction"];
export type Initiative = Schemas["Initiative"];

export const PILLARS = ["conditions", "prevention", "capacity", "rights"] as const satisfies readonly Schemas["Pillar"][];
export const KINDS = ["joint_plan", "declaration", "national_strategy", "action_plan", "cbm_catalogue", "resolution", "other"] as const;
export const STATUSES = ["planned", "under_way", "done", "not_applicable"] as const;
export const STATUS_TONES = { planned: "waiting", under_way: "info", done: "good", not_applicable: "neutral" } as const;

/** A guest gets the public ones. */
export const documentsQuery = (member: boolean) => queryOptions({
  queryKey: ["commitments", "documents", member],
  queryFn: () => (member ? body(api.GET("/api/commitment-documents")) : body(api.GET("/api/public/commitment-documents"))),
});
export const documentQuery = (id: string, member: boolean) => queryOptions({
  queryKey: ["commitments", id, member],
  queryFn: () => {
    const params = { path: { document_id: id } };
    return member ? body(api.GET("/api/commitment-documents/{document_id}", { params })) : body(api.GET("/api/public/commitment-documents/{document_id}", { params }));
  },
});
export const initiativesQuery = (on: string, member: boolean, language: string) => queryOptions({
  queryKey: ["initiatives", on, member, language],
  queryFn: () => {
    const query = { language, ...(on ? { on } : {}) };
    return member ? body(api.GET("/api/initiatives", { params: { query } })) : body(api.GET("/api/public/initiatives", { params: { query } }));
  },
});
/** What changes with anything that is done about documents and their clauses. */
export const AFFECTED = [["commitments"]];

import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";

export type Attachment = Schemas["Attachment"];
export type AttachmentKind = Schemas["AttachmentKind"];
export type Compartment = Schemas["AttachmentCompartment"];
export type CaseLetter = Schemas["CaseLetter"];
export type LetterTemplate = Schemas["LetterTemplate"];
export type LetterPreview = Schemas["LetterPreview"];
export type LetterInput = Schemas["LetterInput"];

export const KINDS = ["birth_certificate", "court_decision", "medical", "school", "photo", "consent_form", "other"] as const satisfies readonly AttachmentKind[];
export const MEGABYTES = 25;

export function useFiles(caseId: string) {
  return useList(["cases", caseId, "files"], (cursor) =>
    body(api.GET("/api/cases/{case_id}/attachments", { params: { path: { case_id: caseId }, query: { cursor, limit: 20 } } })));
}

export function useLetters(caseId: string) {
  return useList(["cases", caseId, "letters"], (cursor) =>
    body(api.GET("/api/cases/{case_id}/letters", { params: { path: { case_id: caseId }, query: { cursor, limit: 20 } } })));
}

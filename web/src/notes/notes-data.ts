import { api, body, type Schemas } from "../api/node";
import { useAction, useList, type Done } from "../api/queries";

export type CaseNote = Schemas["CaseNote"];
export type NoteKind = Schemas["NoteKind"];
export type Incident = Schemas["Incident"];
export type Complaint = Schemas["Complaint"];

export const CHANGED = "edit.changed_meanwhile";

const path = (caseId: string) => ({ path: { case_id: caseId } });

export function useNotes(caseId: string) {
  return useList(["cases", caseId, "notes"], (cursor) => body(api.GET("/api/cases/{case_id}/notes", { params: { ...path(caseId), query: { cursor, limit: 20 } } })));
}

export function useIncidents(caseId: string) {
  return useList(["cases", caseId, "incidents"], (cursor) => body(api.GET("/api/cases/{case_id}/incidents", { params: { ...path(caseId), query: { cursor, limit: 20 } } })));
}

/** Something done in notes, incidents or complaints of a file: they are read anew, and what waits for the reader. When another saved first, too: their version is then at hand. */
export function useNotesAction<Values = void, Value = unknown>(
  caseId: string, act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {},
) {
  return useAction<Values, Value>(act, { refresh: [["cases", caseId], ["tasks"], ["complaints"], ["my-people"]], said, done });
}

/** Choices of codes, in the words of `notes.<branch>.<code>`. */
export const choicesOf = (t: (key: string) => string, codes: readonly string[], branch: string) =>
  codes.map((code) => ({ value: code, label: t(`notes.${branch}.${code}`) }));

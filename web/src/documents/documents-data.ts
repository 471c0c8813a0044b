import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, type Done } from "../api/queries";

export type Chain = Schemas["DocumentsChain"];
export type Step = Schemas["ChainStep"];
export type DocumentRequest = Schemas["DocumentRequest"];
export type Shown = Schemas["DocumentShown"];

const path = (personId: string) => ({ params: { path: { person_id: personId } } });

/** How a person stands in the chain of documents. */
export function useChain(personId: string) {
  return useQuery({ queryKey: ["documents", personId], queryFn: () => body(api.GET("/api/persons/{person_id}/documents-chain", path(personId))) });
}

/** Something done about a person's papers: the chain is read anew afterwards, and the reader's tasks. */
export function useChainAction<Values = void, Value = unknown>(
  personId: string, act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {},
) {
  return useAction<Values, Value>(act, { refresh: [["documents", personId], ["tasks"], ["people", personId]], said, done });
}

/** The words of codes; a code of a State's own file that has no words stands for itself. */
export function useDocumentWords() {
  const { t } = useTranslation();
  const word = (group: string, code: string) => t(`documents.${group}.${code}`, { defaultValue: code });
  return {
    step: (code: string) => word("step", code),
    document: (code: string) => word("document", code),
    body: (code: string) => word("body", code),
    list: (codes: string[], group: string) => codes.map((code) => word(group, code)).join(", "),
  };
}

/** A text that was typed, or nothing. */
export const given = (text: string) => text.trim() || undefined;

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, type Done } from "../api/queries";

export type Child = Schemas["Child"];
export type Care = Schemas["Care"];
export type Report = Schemas["InterestReport"];
export type Tracing = Schemas["Tracing"];
export type ContactPlan = Schemas["ContactPlan"];

export const LONGEST = 4000;

export const childPath = (caseId: string) => ({ params: { path: { case_id: caseId } } });

export function useChild(caseId: string) {
  return useQuery({ queryKey: ["cases", caseId, "child"], queryFn: () => body(api.GET("/api/cases/{case_id}/child", childPath(caseId))) });
}

/** Something done on a child's page: the file is read anew afterwards, and the reader's tasks. When another saved first, too: their version is then at hand. */
export function useChildAction<Values = void, Value = unknown>(
  caseId: string, act: (values: Values) => Promise<Value>, { done }: { done?: Done<Value> } = {},
) {
  const { t } = useTranslation();
  return useAction<Values, Value>(act, { refresh: [["cases", caseId], ["tasks"]], said: t("common.saved"), done });
}

/** Those of the values that are texts of these names and not empty. */
export function wordsOf(values: object, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values)
    .flatMap(([name, text]) => (names.includes(name) && typeof text === "string" && text.trim() ? [[name, text.trim()]] : [])));
}

/** Choices of codes, in the words of `children.<branch>.<code>`. */
export function useChoices() {
  const { t } = useTranslation();
  return <Code extends string>(branch: string, codes: readonly Code[]) => codes.map((value) => ({ value, label: t(`children.${branch}.${value}`) }));
}

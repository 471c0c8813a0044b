import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";

export type Transfer = Schemas["Transfer"];
export type Conference = Schemas["Conference"];
export type Load = Schemas["WorkerLoad"];

const ofCase = (caseId: string) => ({ params: { path: { case_id: caseId } } });

export const useTransfers = (caseId: string) =>
  useQuery({ queryKey: ["cases", caseId, "transfers"], queryFn: () => body(api.GET("/api/cases/{case_id}/transfers", ofCase(caseId))) });
export const useConferences = (caseId: string) =>
  useQuery({ queryKey: ["cases", caseId, "conferences"], queryFn: () => body(api.GET("/api/cases/{case_id}/conferences", ofCase(caseId))) });
export const conferenceQuery = (conferenceId: string) => ({
  queryKey: ["conferences", conferenceId], queryFn: () => body(api.GET("/api/conferences/{conference_id}", { params: { path: { conference_id: conferenceId } } })) });
export const useCaseload = (region = "") =>
  useQuery({ queryKey: ["caseload", region], queryFn: () => body(api.GET("/api/caseload", { params: { query: { region } } })) });

/** The regions of this State in the reader's language. */
export function useRegions() {
  const { i18n } = useTranslation();
  const language = (i18n.resolvedLanguage ?? "en") as Schemas["Language"];
  const choices = useQuery({
    queryKey: ["choices", language], queryFn: () => body(api.GET("/api/register/choices", { params: { query: { language } } })), staleTime: 5 * 60_000 });
  const regions = choices.data?.regions ?? [];
  return { regions, stages: choices.data?.stages ?? [], name: (id: string) => regions.find((region) => region.id === id)?.name ?? id };
}

/** A worker and the load, in words, for a list of choices. */
export function useLoadWords() {
  const { t } = useTranslation();
  return ({ name, open_cases, over }: Load, mark: number) =>
    `${name}: ${t("course.load.open", { count: open_cases })}${over ? ` (${t("course.load.over", { mark })})` : ""}`;
}

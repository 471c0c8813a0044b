import { useQuery } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/node";
import { useAction, type Done } from "../api/queries";

export type Case = Schemas["Case"];
export type Need = Schemas["Need"];
export type Plan = Schemas["Plan"];
export type Visit = Schemas["Visit"];
export type Closure = Schemas["Closure"];
export type Staff = Schemas["Staff"];
export type PlannedService = Schemas["PlannedService"];
export type Order = Schemas["Order"];
export type Round = Schemas["SurveyRound"];
export type Domain = Schemas["NeedDomain"];
export type Level = Schemas["NeedLevel"];

export const DOMAINS: readonly Domain[] = [
  "documents", "family", "education", "health", "psychosocial", "housing", "livelihood", "legal", "safety"];
export const LEVELS: readonly Level[] = ["none", "some", "urgent"];

const path = (caseId: string) => ({ params: { path: { case_id: caseId } } });

export function useCase(caseId: string) {
  return useQuery({ queryKey: ["cases", caseId, "file"], queryFn: () => body(api.GET("/api/cases/{case_id}", path(caseId))) });
}

/** Planned services of a file and their orders. */
export function useCaseServices(caseId: string) {
  return useQuery({
    queryKey: ["cases", caseId, "services"], queryFn: () => body(api.GET("/api/cases/{case_id}/services", path(caseId))) });
}

/** The rounds of a file's outcome survey. */
export function useRounds(caseId: string) {
  return useQuery({
    queryKey: ["cases", caseId, "surveys"], queryFn: () => body(api.GET("/api/cases/{case_id}/surveys", path(caseId))) });
}

/** Something done in a case file: all of it is read anew afterwards, and the reader's tasks. */
export function useCaseAction<Values = void, Value = unknown>(
  caseId: string, act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {},
) {
  return useAction<Values, Value>(act, { refresh: [["cases", caseId], ["tasks"], ["register"]], said, done });
}

/** The plan that somebody works on or decides about; the one that counts; those before. */
export function sortPlans(plans: readonly Plan[]) {
  const open = plans.find(({ state }) => state === "draft" || state === "returned" || state === "submitted");
  const approved = plans.find(({ state }) => state === "approved");
  return { open, approved, earlier: plans.filter(({ state }) => state === "superseded") };
}

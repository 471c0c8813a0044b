import type { Schemas } from "../api/node";
import type { Case, Domain, Plan } from "./case-data";

/** A plan as a form holds it. `key` tells rows apart while they have no id yet. */
export interface DraftService {
  key: number;
  service: string | null;
  note: string;
  due_on: string | null;
}
export interface DraftGoal {
  key: number;
  domain: Domain | null;
  text: string;
  due_on: string | null;
  services: DraftService[];
}
export interface Draft {
  goals: DraftGoal[];
  /** When the plan is looked at again; without a day the usual time after its approval. */
  review_on: string | null;
}

let lastKey = 0;
export const newService = (): DraftService => ({ key: ++lastKey, service: null, note: "", due_on: null });
export const newGoal = (domain: Domain | null = null): DraftGoal => ({ key: ++lastKey, domain, text: "", due_on: null, services: [newService()] });

export function draftOf({ goals, review_on }: Pick<Plan, "goals" | "review_on">): Draft {
  return {
    review_on: review_on ?? null,
    goals: goals.map(({ domain, text, due_on, services }) => ({
      key: ++lastKey, domain, text, due_on: due_on ?? null,
      services: services.map(({ service, note, due_on: on }) => ({ key: ++lastKey, service, note, due_on: on ?? null })),
    })),
  };
}

/** What to begin with: the goals as saved, else one for each need that was found. */
export function firstDraft(file: Case, plan: Plan): Draft {
  if (plan.goals.length > 0) return draftOf(plan);
  const needed = file.needs.filter(({ level }) => level !== "none").map(({ domain }) => newGoal(domain));
  return { goals: needed.length > 0 ? needed : [newGoal()], review_on: plan.review_on ?? null };
}

/** Whether nothing was written in a goal yet. */
export const isEmpty = (goal: DraftGoal) => goal.text.trim() === "" && !goal.due_on && goal.services.every(({ service, note }) => !service && !note.trim());

/** The goals as they are sent. Rows in which nothing was written are left out. */
export function goalsOf({ goals }: Pick<Draft, "goals">): Schemas["GoalInput"][] {
  return goals.filter((goal) => !isEmpty(goal)).map(({ domain, text, due_on, services }) => ({
    domain: domain ?? "documents", text: text.trim(), ...(due_on && { due_on }),
    services: services.filter(({ service }) => service !== null).map(({ service, note, due_on: on }) => ({
      service: service ?? "", ...(note.trim() && { note: note.trim() }), ...(on && { due_on: on }) })),
  }));
}

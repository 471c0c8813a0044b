import type { Schemas } from "../api/node";
import { plusDays } from "../i18n/dates";

type Sheet = Schemas["VisitSheet"];

export interface VisitAnswers {
  done_on: string | null;
  met: string[];
  wellbeing: string | null;
  plan_fit: string | null;
  support: string | null;
}

/** The day that the rule of the sheet proposes: the nearest of those that the answers call for. As the server's `next_visit`. */
export function proposeNext({ done_on, met, wellbeing, plan_fit, support }: VisitAnswers, { rule, first_months_end }: Pick<Sheet, "rule" | "first_months_end">): string | null {
  if (!done_on) return null;
  const within = [
    done_on < first_months_end ? rule.first_months : rule.usual,
    ...(wellbeing === "mixed" ? [rule.mixed] : []),
    ...(wellbeing === "hard" ? [rule.hard] : []),
    ...(plan_fit === "change" ? [rule.change] : []),
    ...(support === "something_new" ? [rule.something_new] : []),
    ...(support === "soon" ? [rule.soon] : []),
    ...(met.length === 1 && met[0] === "nobody" ? [rule.nobody] : []),
  ];
  return plusDays(done_on, Math.min(...within));
}

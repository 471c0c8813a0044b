import type { Round } from "./case-data";

export const DIMENSIONS = ["economic", "social", "psychosocial"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Less than this, of a score from 0 to 1, is told as "about the same": one answer of a round may move as much by chance. */
const SAME = 0.05;

export interface Change {
  dimension: Dimension;
  from: number;
  to: number;
  how: "better" | "worse" | "same";
}

/** What changed in each dimension between the first and the latest round in which it was scored; a single round shows no change. */
export function changeOf(rounds: readonly Pick<Round, "answered_on" | "scores">[]): { from: string; to: string; changes: Change[] } | null {
  const answered = rounds.filter(({ answered_on }) => answered_on).sort((a, b) => (a.answered_on ?? "").localeCompare(b.answered_on ?? ""));
  const first = answered[0], last = answered.at(-1);
  if (!first?.answered_on || !last?.answered_on || first === last) return null;
  const changes = DIMENSIONS.flatMap((dimension): Change[] => {
    const from = first.scores[dimension], to = last.scores[dimension];
    if (from == null || to == null) return [];
    // Scores have two places on the page: so has what is said of them.
    const by = Math.round((to - from) * 100) / 100;
    return [{ dimension, from, to, how: by >= SAME ? "better" : by <= -SAME ? "worse" : "same" }];
  });
  return changes.length > 0 ? { from: first.answered_on, to: last.answered_on, changes } : null;
}

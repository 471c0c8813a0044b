import type { CouncilAction } from "./queries";

export interface StateRollUp {
  owner: string;
  overdue: number;
  open: number;
  done: number;
}

/** How the actions of each State stand; `open` does not count those that are overdue. */
export function rollUp(owners: readonly string[], actions: readonly CouncilAction[]): StateRollUp[] {
  return owners.map((owner) => {
    const own = actions.filter((action) => action.owner === owner);
    const overdue = own.filter((action) => action.overdue).length;
    const done = own.filter(({ state }) => state === "done").length;
    return { owner, overdue, done, open: own.length - overdue - done };
  });
}

const rank = ({ state, overdue }: CouncilAction) => (state === "done" ? 2 : overdue ? 0 : 1);

/** Overdue first, then open by due date, then those that are done. */
export const byUrgency = (actions: readonly CouncilAction[]): CouncilAction[] =>
  [...actions].sort((a, b) => rank(a) - rank(b) || a.due_on.localeCompare(b.due_on));

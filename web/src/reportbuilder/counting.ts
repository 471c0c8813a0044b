import { asProblem } from "../api/problem";

const TRIES = 40;
const BUSY_MS = 1500;

/** For queries that count: another's table comes first, so it is asked again until the turn comes. */
export const inTurn = {
  retry: (failures: number, error: Error) => asProblem(error).key === "report.busy" && failures < TRIES,
  retryDelay: BUSY_MS,
};

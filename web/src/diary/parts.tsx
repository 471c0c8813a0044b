/** What other areas place on their pages: days with what they hold. */
export { DayList } from "./day-list";

/** What other areas place on their pages: the frame of a case file's pages. */
export { CaseFrame } from "./case-frame";
export { useCase, type Case } from "./case-data";
export { HistoryPart } from "./history-part";
export type { Happening } from "./history";

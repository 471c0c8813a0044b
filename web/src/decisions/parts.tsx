// What pages of other areas place.
export { SessionDecisions } from "./session-decisions";

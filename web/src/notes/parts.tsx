/** What other areas place on their pages: of a visit, its answers and the form that puts it off; what is half-written on this device. */
export { ChangeVisit } from "./change-visit";
export { VisitAnswers, VisitChanges } from "./visit-answers";
export { HalfWritten } from "./half-written";

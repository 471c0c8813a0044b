/** What other areas place on their pages: of a visit, its answers and the form that puts it off. */
export { ChangeVisit } from "./change-visit";
export { VisitAnswers, VisitChanges } from "./visit-answers";

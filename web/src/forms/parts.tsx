/** What other areas place on their pages: the forms answered in a case file. */
export { AssessmentsPart } from "./assessment/assessments-part";

import { page, type Area } from "../ui/area";

export const casework: Area = {
  nav: [],
  routes: [
    page("/persons/$personId/case", () => import("./person-case-page"), "PersonCasePage"),
    page("/cases/$caseId", () => import("./case-page"), "CasePage"),
    page("/cases/$caseId/surveys/$month", () => import("./survey-page"), "SurveyPage"),
  ],
};

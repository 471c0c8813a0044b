import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const forms: Area = {
  nav: [{ to: "/forms", label: key("forms.title"), group: key("common.group.cases"), icon: "task", needs: ["edit_forms"] }],
  routes: [
    page("/forms", () => import("./editor/forms-page"), "FormsPage"),
    page("/forms/$formId", () => import("./editor/form-page"), "FormPage"),
    page("/cases/$caseId/assessments/$answerId", () => import("./assessment/assessment-page"), "AssessmentPage"),
  ],
};

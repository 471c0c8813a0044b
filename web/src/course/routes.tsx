import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const course: Area = {
  nav: [
    { to: "/caseload", label: key("course.nav.caseload"), icon: "chart", needs: ["read_workload", "assign_person"] },
    { to: "/assignments", label: key("course.nav.assign"), icon: "people", needs: ["assign_person"] },
  ],
  routes: [
    page("/cases/$caseId/course", () => import("./course-page"), "CoursePage"),
    page("/transfers/$transferId", () => import("./transfer-page"), "TransferPage"),
    page("/conferences/$conferenceId", () => import("./conference-page"), "ConferencePage"),
    page("/caseload", () => import("./caseload-page"), "CaseloadPage"),
    page("/assignments", () => import("./assignments-page"), "AssignmentsPage"),
  ],
};

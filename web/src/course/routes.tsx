import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const course: Area = {
  nav: [
    { to: "/caseload", label: key("course.nav.caseload"), icon: "chart", needs: ["read_workload", "assign_person"] },
    { to: "/assignments", label: key("course.nav.assign"), icon: "people", needs: ["assign_person"] },
    { to: "/conferences", label: key("course.nav.conferences"), icon: "people", needs: ["hold_conference", "answer_referral"] },
    { to: "/transfers", label: key("course.nav.transfers"), icon: "send", needs: ["transfer_case"] },
  ],
  routes: [
    page("/cases/$caseId/course", () => import("./course-page"), "CoursePage"),
    page("/transfers", () => import("./transfers-page"), "TransfersPage"),
    page("/conferences", () => import("./conferences-page"), "ConferencesPage"),
    page("/transfers/$transferId", () => import("./transfer-page"), "TransferPage"),
    page("/conferences/$conferenceId", () => import("./conference-page"), "ConferencePage"),
    page("/caseload", () => import("./caseload-page"), "CaseloadPage"),
    page("/intervals", () => import("./intervals-page"), "IntervalsPage"),
    page("/assignments", () => import("./assignments-page"), "AssignmentsPage"),
  ],
};

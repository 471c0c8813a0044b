import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const course: Area = {
  nav: [
    { to: "/caseload", label: key("course.nav.caseload"), group: key("common.group.cases"), icon: "chart", needs: ["read_workload", "assign_person"] },
    { to: "/assignments", label: key("course.nav.assign"), group: key("common.group.people"), icon: "people", needs: ["assign_person"] },
    { to: "/conferences", label: key("course.nav.conferences"), group: key("common.group.cases"), icon: "people", needs: ["hold_conference", "answer_referral"] },
    { to: "/transfers", label: key("course.nav.transfers"), group: key("common.group.cases"), icon: "send", needs: ["transfer_case"] },
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

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** The Council's annual reports: drafts for those who write them, released ones for everybody. */
export const reports: Area = {
  nav: [{ to: "/reports", label: key("reports.nav"), group: key("common.group.region"), icon: "chart", open: true }],
  routes: [
    page("/reports", () => import("./reports-page"), "ReportsPage", { open: true }),
    page("/reports/$reportId", () => import("./report-page"), "ReportPage", { open: true }),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const reportbuilder: Area = {
  nav: [{ to: "/report-builder", label: key("reportbuilder.nav"), group: key("common.group.figures"), icon: "chart", needs: ["build_reports"] }],
  routes: [page("/report-builder", () => import("./builder-page"), "BuilderPage")],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Public figures and the returns that States released; open to all. */
export const dashboard: Area = {
  nav: [{ to: "/figures", label: key("public.nav.figures"), group: key("common.group.region"), icon: "globe", open: true }],
  routes: [
    page("/figures", () => import("./dashboard-page"), "DashboardPage", { open: true }),
    page("/definitions", () => import("./definitions-page"), "DefinitionsPage", { open: true }),
    page("/released/$releaseId", () => import("./release-page"), "ReleasePage", { open: true }),
  ],
};

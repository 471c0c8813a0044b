import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const services: Area = {
  nav: [{ to: "/providers", label: key("services.nav.providers"), group: key("common.group.services"), icon: "services", needs: ["order_service", "manage_providers"] },
    { to: "/service-waiting", label: key("services.nav.waiting"), group: key("common.group.services"), icon: "clock", needs: ["read_workload", "read_bottlenecks"] }],
  routes: [
    page("/providers", () => import("./providers-page"), "ProvidersPage"),
    page("/providers/$providerId", () => import("./provider-page"), "ProviderPage"),
    page("/service-terms", () => import("./terms-page"), "TermsPage"),
    page("/service-waiting", () => import("./waiting-page"), "WaitingPage"),
    page("/cases/$caseId/grants", () => import("./grants-page"), "GrantsPage"),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const services: Area = {
  nav: [{ to: "/providers", label: key("services.nav.providers"), icon: "services", needs: ["order_service", "manage_providers"] }],
  routes: [page("/providers", () => import("./providers-page"), "ProvidersPage")],
};

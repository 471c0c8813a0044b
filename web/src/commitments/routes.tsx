import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What States promised and do, and who works where. */
export const commitments: Area = {
  nav: [
    { to: "/commitments", label: key("commitments.nav"), group: key("common.group.knowledge"), icon: "check", open: true },
    { to: "/initiatives", label: key("commitments.initiatives.nav"), group: key("common.group.knowledge"), icon: "globe", open: true },
  ],
  routes: [
    page("/commitments", () => import("./documents-page"), "DocumentsPage", { open: true }),
    page("/commitments/clause/$commitmentId", () => import("./clause-page"), "ClausePage", { open: true }),
    page("/commitments/$documentId", () => import("./document-page"), "DocumentPage", { open: true }),
    page("/initiatives", () => import("./initiatives-page"), "InitiativesPage", { open: true }),
  ],
};

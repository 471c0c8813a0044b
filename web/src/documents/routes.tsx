import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const documents: Area = {
  nav: [{ to: "/registry", label: key("documents.nav.queue"), group: key("common.group.cases"), icon: "inbox", needs: ["answer_documents"] }],
  routes: [
    page("/cases/$caseId/documents", () => import("./documents-page"), "DocumentsPage"),
    page("/registry", () => import("./registry-page"), "RegistryPage"),
    page("/registry/$requestId", () => import("./registry-request-page"), "RegistryRequestPage"),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const consents: Area = {
  nav: [{ to: "/asked-back", label: key("consents.nav.asked_back"), group: key("common.group.services"), icon: "inbox", needs: ["answer_referral"] }],
  routes: [
    page("/cases/$caseId/sharing", () => import("./sharing-page"), "SharingPage"),
    page("/asked-back", () => import("./asked-back-page"), "AskedBackPage"),
  ],
};

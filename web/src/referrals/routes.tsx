import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const referrals: Area = {
  nav: [{ to: "/referrals", label: key("referrals.nav"), group: key("common.group.services"), icon: "send", needs: ["answer_referral"] }],
  routes: [
    page("/referrals", () => import("./received-page"), "ReceivedPage"),
    page("/referrals/$referralId", () => import("./received-one-page"), "ReceivedOnePage"),
    page("/cases/$caseId/referrals", () => import("./case-referrals-page"), "CaseReferralsPage"),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** States and bodies, who speaks for them, what they agreed, and the accounts of those who sign in. */
export const members: Area = {
  nav: [
    { to: "/members", label: key("members.nav"), group: key("common.group.region"), icon: "people", needs: ["read_council"] },
    { to: "/members/proposals", label: key("members.proposals.nav"), group: key("common.group.region"), icon: "decision", needs: ["edit_council", "speak_for_member"] },
    { to: "/agreements", label: key("agreements.nav"), group: key("common.group.region"), icon: "file", open: true },
    { to: "/accounts", label: key("accounts.nav"), icon: "lock", needs: ["manage_accounts"] },
  ],
  routes: [
    page("/members", () => import("./members-page"), "MembersPage"),
    page("/members/new", () => import("./add-body-page"), "AddBodyPage"),
    page("/members/proposals", () => import("./proposals-page"), "ProposalsPage"),
    page("/members/$code", () => import("./body-page"), "BodyPage"),
    page("/agreements", () => import("./agreements-page"), "AgreementsPage", { open: true }),
    page("/agreements/new", () => import("./agreement-form-page"), "AddAgreementPage"),
    page("/agreements/$agreementId", () => import("./agreement-page"), "AgreementPage", { open: true }),
    page("/agreements/$agreementId/edit", () => import("./agreement-form-page"), "EditAgreementPage"),
    page("/accounts", () => import("./accounts-page"), "AccountsPage"),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What the Council decides: drafts, silences, adopted decisions. */
export const decisions: Area = {
  nav: [{ to: "/decisions", label: key("decisions.nav"), group: key("common.group.work"), icon: "decision", open: true }],
  routes: [
    page("/decisions", () => import("./decisions-page"), "DecisionsPage", { open: true }),
    page("/decisions/new", () => import("./draft-page"), "DraftPage"),
    page("/decisions/$decisionId", () => import("./decision-page"), "DecisionPage", { open: true }),
    page("/decisions/$decisionId/edit", () => import("./edit-page"), "EditPage"),
  ],
};

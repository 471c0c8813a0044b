import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What the Council decides: drafts, silences, adopted decisions. */
export const decisions: Area = {
  nav: [{ to: "/decisions", label: key("decisions.nav"), group: key("common.group.work"), icon: "decision", needs: ["read_council"] }],
  routes: [
    page("/decisions", () => import("./decisions-page"), "DecisionsPage"),
    page("/decisions/new", () => import("./draft-page"), "DraftPage"),
    page("/decisions/$decisionId", () => import("./decision-page"), "DecisionPage"),
    page("/decisions/$decisionId/edit", () => import("./edit-page"), "EditPage"),
  ],
};

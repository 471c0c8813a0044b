import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What follows from decisions: who is to act, and what came back. */
export const councilActions: Area = {
  nav: [{ to: "/actions", label: key("councilactions.nav"), group: key("common.group.work"), icon: "task", needs: ["read_council"] }],
  routes: [
    page("/actions", () => import("./actions-page"), "ActionsPage"),
    page("/actions/$actionId", () => import("./action-page"), "ActionPage"),
  ],
};

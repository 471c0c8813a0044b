import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const actions: Area = {
  nav: [{ to: "/actions", label: key("actions.nav.actions"), icon: "decision", needs: ["read_actions"] }],
  routes: [page("/actions", () => import("./actions-page"), "ActionsPage")],
};

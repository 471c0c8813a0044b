import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** The member States. */
export const members: Area = {
  nav: [{ to: "/members", label: key("members.nav"), group: key("common.group.region"), icon: "people", needs: ["read_council"] }],
  routes: [page("/members", () => import("./members-page"), "MembersPage")],
};

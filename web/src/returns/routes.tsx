import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Returns that came from the States. */
export const returns: Area = {
  nav: [{ to: "/returns", label: key("returns.nav"), group: key("common.group.region"), icon: "inbox", needs: ["read_council"] }],
  routes: [page("/returns", () => import("./returns-page"), "ReturnsPage")],
};

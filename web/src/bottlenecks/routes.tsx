import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const bottlenecks: Area = {
  nav: [{ to: "/bottlenecks", label: key("bottlenecks.nav"), group: key("common.group.figures"), icon: "clock", needs: ["read_bottlenecks"] }],
  routes: [page("/bottlenecks", () => import("./bottlenecks-page"), "BottlenecksPage")],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const bottlenecks: Area = {
  nav: [{ to: "/bottlenecks", label: key("bottlenecks.nav"), icon: "clock", needs: ["read_bottlenecks"] }],
  routes: [page("/bottlenecks", () => import("./bottlenecks-page"), "BottlenecksPage")],
};

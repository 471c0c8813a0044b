import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const home: Area = {
  nav: [{ to: "/", label: key("common.home"), icon: "home" }],
  routes: [page("/", () => import("./home-page"), "HomePage")],
};

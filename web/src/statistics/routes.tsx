import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const statistics: Area = {
  nav: [{ to: "/returns", label: key("statistics.nav.returns"), group: key("common.group.figures"), icon: "chart", needs: ["read_returns"] }],
  routes: [
    page("/returns", () => import("./returns-page"), "ReturnsPage"),
    page("/returns/definitions", () => import("./definitions-page"), "DefinitionsPage"),
    page("/returns/$returnId", () => import("./return-page"), "ReturnPage"),
  ],
};

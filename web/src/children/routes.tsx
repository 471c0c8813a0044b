import { page, type Area } from "../ui/area";

export const children: Area = {
  nav: [],
  routes: [
    page("/cases/$caseId/child", () => import("./child-page"), "ChildPage"),
    page("/panels/$reportId", () => import("./panel-page"), "PanelPage"),
  ],
};

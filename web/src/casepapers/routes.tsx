import { page, type Area } from "../ui/area";

export const casepapers: Area = {
  nav: [],
  routes: [page("/cases/$caseId/papers", () => import("./papers-page"), "PapersPage")],
};

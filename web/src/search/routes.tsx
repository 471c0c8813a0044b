import { page, type Area } from "../ui/area";

/** One box over everything; its way in stands in the header. */
export const search: Area = {
  nav: [],
  routes: [page("/search", () => import("./search-page"), "SearchPage", { open: true })],
};

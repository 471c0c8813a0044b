import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Good practices and lessons. What is published is open to all. */
export const practices: Area = {
  nav: [{ to: "/practices", label: key("practices.nav"), group: key("common.group.knowledge"), icon: "heart", open: true }],
  routes: [
    page("/practices", () => import("./practices-page"), "PracticesPage", { open: true }),
    page("/practices/new/$kind", () => import("./write-page"), "WritePage"),
    page("/practices/$practiceId", () => import("./practice-page"), "PracticePage", { open: true }),
    page("/practices/$practiceId/edit", () => import("./edit-page"), "EditPage"),
    page("/practices/$practiceId/history", () => import("./history-page"), "HistoryPage"),
  ],
};

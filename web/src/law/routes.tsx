import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Law of the States, side by side. */
export const law: Area = {
  nav: [{ to: "/law", label: key("law.nav"), group: key("common.group.knowledge"), icon: "decision", open: true }],
  routes: [
    page("/law", () => import("./law-page"), "LawPage", { open: true }),
    page("/law/new", () => import("./edit-law-page"), "NewLawPage"),
    page("/law/$lawId/edit", () => import("./edit-law-page"), "EditLawPage"),
  ],
};

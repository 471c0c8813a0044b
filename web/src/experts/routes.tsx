import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Experts who agreed to be asked. */
export const experts: Area = {
  nav: [{ to: "/experts", label: key("experts.nav"), group: key("common.group.knowledge"), icon: "person", open: true }],
  routes: [
    page("/experts", () => import("./experts-page"), "ExpertsPage", { open: true }),
    page("/experts/new", () => import("./expert-form-page"), "AddExpertPage"),
    page("/experts/me", () => import("./own-page"), "OwnExpertPage"),
    page("/experts/$expertId", () => import("./expert-page"), "ExpertPage", { open: true }),
    page("/experts/$expertId/edit", () => import("./expert-form-page"), "EditExpertPage"),
  ],
};

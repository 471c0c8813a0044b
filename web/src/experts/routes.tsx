import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Experts who agreed to be asked. */
export const experts: Area = {
  nav: [{ to: "/experts", label: key("experts.nav"), group: key("common.group.knowledge"), icon: "person", needs: ["read_council"] }],
  routes: [
    page("/experts", () => import("./experts-page"), "ExpertsPage"),
    page("/experts/new", () => import("./expert-form-page"), "AddExpertPage"),
    page("/experts/me", () => import("./own-page"), "OwnExpertPage"),
    page("/experts/$expertId", () => import("./expert-page"), "ExpertPage"),
    page("/experts/$expertId/edit", () => import("./expert-form-page"), "EditExpertPage"),
    page("/public/experts", () => import("./public-page"), "PublicExpertsPage", { open: true }),
  ],
};

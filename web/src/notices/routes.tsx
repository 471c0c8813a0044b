import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Early-warning notices between focal points. */
export const notices: Area = {
  nav: [{ to: "/notices", label: key("notices.nav"), group: key("common.group.work"), icon: "alert", needs: ["read_council"] }],
  routes: [
    page("/notices", () => import("./notices-page"), "NoticesPage"),
    page("/notices/new", () => import("./write-notice-page"), "WriteNoticePage"),
    page("/notices/$noticeId", () => import("./notice-page"), "NoticePage"),
    page("/notices/$noticeId/correct", () => import("./write-notice-page"), "CorrectNoticePage"),
  ],
};

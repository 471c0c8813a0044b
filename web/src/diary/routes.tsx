import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const diary: Area = {
  nav: [{ to: "/calendar", label: key("diary.nav"), icon: "calendar", needs: ["read_case"] }],
  routes: [page("/calendar", () => import("./calendar-page"), "CalendarPage")],
};

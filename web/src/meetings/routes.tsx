import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What the Council discusses and decides, and what follows from it. */
export const meetings: Area = {
  nav: [
    { to: "/meetings", label: key("meetings.nav"), group: key("common.group.work"), icon: "meeting", needs: ["read_council"] },
  ],
  routes: [
    page("/meetings", () => import("./meetings-page"), "MeetingsPage"),
    page("/meetings/new", () => import("./open-meeting-page"), "OpenMeetingPage"),
    page("/meetings/$sessionId", () => import("./meeting-page"), "MeetingPage"),
  ],
};

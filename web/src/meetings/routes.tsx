import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Where the Council meets, and the groups that work between sessions. */
export const meetings: Area = {
  nav: [
    { to: "/meetings", label: key("meetings.nav"), group: key("common.group.work"), icon: "meeting", needs: ["read_council"] },
    { to: "/groups", label: key("meetings.groups.nav"), group: key("common.group.work"), icon: "people", needs: ["read_council"] },
    { to: "/calendar", label: key("meetings.public.nav"), group: key("common.group.region"), icon: "calendar", open: true },
  ],
  routes: [
    page("/meetings", () => import("./meetings-page"), "MeetingsPage"),
    page("/meetings/new", () => import("./open-meeting-page"), "OpenMeetingPage"),
    page("/meetings/$sessionId", () => import("./meeting-page"), "MeetingPage"),
    page("/meetings/$sessionId/edit", () => import("./open-meeting-page"), "EditMeetingPage"),
    page("/meetings/$sessionId/registration", () => import("./registration-page"), "RegistrationPage"),
    page("/meetings/$sessionId/minutes", () => import("./minutes-page"), "MinutesPage"),
    page("/calendar", () => import("./public-calendar-page"), "PublicCalendarPage", { open: true }),
    page("/calendar/$sessionId", () => import("./public-meeting-page"), "PublicMeetingPage", { open: true }),
    page("/groups", () => import("./groups-page"), "GroupsPage"),
  ],
};

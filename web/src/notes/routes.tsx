import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const notes: Area = {
  nav: [
    { to: "/my-people", label: key("notes.nav.my_people"), group: key("common.group.people"), icon: "people", needs: ["write_sealed_note"] },
    { to: "/complaints", label: key("notes.nav.complaints"), group: key("common.group.cases"), icon: "quote", needs: ["handle_complaint", "record_complaint"] },
  ],
  routes: [
    page("/cases/$caseId/visit", () => import("./visit-page"), "VisitPage"),
    page("/cases/$caseId/notes", () => import("./notes-page"), "NotesPage"),
    page("/my-people", () => import("./my-people-page"), "MyPeoplePage"),
    page("/complaints", () => import("./complaints-page"), "ComplaintsPage"),
    page("/complaints/$complaintId", () => import("./complaint-page"), "ComplaintPage"),
  ],
};

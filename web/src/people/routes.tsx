import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const people: Area = {
  nav: [
    { to: "/people", label: key("people.nav.register"), group: key("common.group.people"), icon: "people", needs: ["list_register"] },
    { to: "/arrivals", label: key("people.nav.arrivals"), group: key("common.group.people"), icon: "upload", needs: ["import_arrivals"] },
    { to: "/operations", label: key("people.nav.operations"), group: key("common.group.people"), icon: "globe", needs: ["import_arrivals"] },
    { to: "/duplicates", label: key("people.nav.duplicates"), group: key("common.group.people"), icon: "copies", needs: ["review_duplicates"] },
  ],
  routes: [
    page("/people", () => import("./register-page"), "RegisterPage"),
    page("/people/new", () => import("./new-person-page"), "NewPersonPage"),
    page("/people/$personId", () => import("./person-page"), "PersonPage"),
    page("/people/$personId/edit", () => import("./edit-person-page"), "EditPersonPage"),
    page("/families/$familyId", () => import("./family-page"), "FamilyPage"),
    page("/arrivals", () => import("./arrivals-page"), "ArrivalsPage"),
    page("/arrivals/$draftId", () => import("./draft-page"), "DraftPage"),
    page("/operations", () => import("./operations-page"), "OperationsPage"),
    page("/operations/$operationId", () => import("./operation-page"), "OperationPage"),
    page("/duplicates", () => import("./duplicates-page"), "DuplicatesPage"),
    page("/duplicates/$duplicateId", () => import("./duplicate-page"), "DuplicatePage"),
  ],
};

import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** What specialists learn from each other, and the proof of it. */
export const trainings: Area = {
  nav: [
    { to: "/trainings", label: key("trainings.nav"), group: key("common.group.knowledge"), icon: "meeting", open: true },
    { to: "/certificates", label: key("trainings.check.title"), group: key("common.group.knowledge"), icon: "check", guests: true },
  ],
  routes: [
    page("/trainings", () => import("./trainings-page"), "TrainingsPage", { open: true }),
    page("/trainings/new", () => import("./edit-training-page"), "NewTrainingPage"),
    page("/trainings/$trainingId", () => import("./training-page"), "TrainingPage"),
    page("/trainings/$trainingId/edit", () => import("./edit-training-page"), "EditTrainingPage"),
    page("/courses", () => import("./courses-page"), "CoursesPage"),
    page("/certificates", () => import("./certificate-page"), "CheckCertificatePage", { open: true }),
    page("/certificates/$code", () => import("./certificate-page"), "CertificatePage", { open: true }),
  ],
};

import { startApp } from "../app/start-app";
import { page } from "../ui/area";

// All parts on two pages, to look at them and to hold them against axe. No program serves this.
void startApp({
  name: "Parts",
  catalogues: (await import("./catalogues")).catalogues,
  areas: [{
    nav: [{ to: "/", label: "Parts", icon: "services", open: true }, { to: "/pictures", label: "Pictures", icon: "chart", open: true }],
    routes: [
      page("/", () => import("./parts-page"), "PartsPage", { open: true }),
      page("/closed", () => import("./closed-page"), "ClosedPage"),
      page("/person/$personId/note/$noteId", () => import("./closed-page"), "NotePage", { open: true }),
      page("/pictures", () => import("./pictures-page"), "PicturesPage", { open: true }),
    ],
  }],
});

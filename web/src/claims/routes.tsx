import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** Public figures: publishing and withdrawing. */
export const claims: Area = {
  nav: [{ to: "/claims", label: key("claims.nav"), group: key("common.group.region"), icon: "quote", needs: ["publish_claim"] }],
  routes: [
    page("/claims", () => import("./claims-page"), "ClaimsPage"),
    page("/claims/new", () => import("./publish-claim-page"), "PublishClaimPage"),
  ],
};

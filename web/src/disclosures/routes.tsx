import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

export const disclosures: Area = {
  nav: [{ to: "/disclosures", label: key("disclosures.nav.orders"), group: key("common.group.cases"), icon: "lock", needs: ["propose_disclosure", "approve_disclosure"] }],
  routes: [
    page("/disclosures", () => import("./orders-page"), "OrdersPage"),
    page("/disclosures/$orderId", () => import("./order-page"), "OrderPage"),
  ],
};

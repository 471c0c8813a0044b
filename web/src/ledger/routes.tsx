import { key } from "../i18n/key";
import { page, type Area } from "../ui/area";

/** The joint ledger at the Council: open to all; figures are the secretariat's to add. */
export const councilLedger: Area = {
  nav: [{ to: "/ledger", label: key("ledger.nav"), group: key("common.group.region"), icon: "lock", open: true }],
  routes: [
    page("/ledger", () => import("./council-ledger-page"), "CouncilLedgerPage", { open: true }),
    page("/ledger/figure", () => import("./figure-page"), "FigurePage"),
  ],
};

/** A node's copy of it. */
export const nodeLedger: Area = {
  nav: [{ to: "/ledger", label: key("ledger.nav"), group: key("common.group.figures"), icon: "lock", needs: ["read_returns"] }],
  routes: [page("/ledger", () => import("./node-ledger-page"), "NodeLedgerPage")],
};

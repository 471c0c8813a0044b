import { startApp } from "../app/start-app";
import { claims } from "../claims/routes";
import { commitments } from "../commitments/routes";
import { councilActions } from "../councilactions/routes";
import { dashboard } from "../dashboard/routes";
import { decisions } from "../decisions/routes";
import { experts } from "../experts/routes";
import { key } from "../i18n/key";
import { law } from "../law/routes";
import { mailbox } from "../mailbox/routes";
import { councilLedger } from "../ledger/routes";
import { meetings } from "../meetings/routes";
import { members } from "../members/routes";
import { notices } from "../notices/routes";
import { practices } from "../practices/routes";
import { reports } from "../reports/routes";
import { returns } from "../returns/routes";
import { HeaderSearch } from "../search/header-search";
import { search } from "../search/routes";
import { trainings } from "../trainings/routes";
import { page, type Area } from "../ui/area";
import { catalogues } from "./catalogues";

const home: Area = {
  nav: [{ to: "/", label: key("desk.nav"), icon: "home", needs: ["read_council"] }],
  routes: [page("/", () => import("./home-page"), "HomePage", { open: true })],
};

void startApp({
  name: key("common.app_council"),
  catalogues,
  search: HeaderSearch,
  areas: [home, meetings, decisions, councilActions, notices, mailbox, practices, experts, trainings, law, commitments, search, returns, councilLedger, claims, members, reports, dashboard],
});

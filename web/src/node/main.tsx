import { startApp } from "../app/start-app";
import { actions } from "../actions/routes";
import { bottlenecks } from "../bottlenecks/routes";
import { casepapers } from "../casepapers/routes";
import { casework } from "../casework/routes";
import { children } from "../children/routes";
import { consents } from "../consents/routes";
import { course } from "../course/routes";
import { diary } from "../diary/routes";
import { disclosures } from "../disclosures/routes";
import { documents } from "../documents/routes";
import { forms } from "../forms/routes";
import { home } from "../home/routes";
import { key } from "../i18n/key";
import { notes } from "../notes/routes";
import { people } from "../people/routes";
import { referrals } from "../referrals/routes";
import { reportbuilder } from "../reportbuilder/routes";
import { services } from "../services/routes";
import { nodeLedger } from "../ledger/routes";
import { statistics } from "../statistics/routes";
import { catalogues } from "./catalogues";

void startApp({
  name: key("common.app_node"),
  catalogues,
  areas: [home, diary, people, casework, casepapers, children, forms, notes, documents, consents, course, disclosures, services, referrals, bottlenecks, reportbuilder, statistics, nodeLedger, actions],
});

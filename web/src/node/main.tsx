import { startApp } from "../app/start-app";
import { key } from "../i18n/key";
import { people } from "../people/routes";
import { statistics } from "../statistics/routes";
import { catalogues } from "./catalogues";

void startApp({
  name: key("common.app_node"),
  catalogues,
  areas: [people, statistics],
});

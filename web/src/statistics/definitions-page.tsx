import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DefinitionsView } from "../definitions/parts";
import { today } from "../i18n/dates";
import { Page, useSearchState } from "../ui";
import { definitionsOf } from "./queries";

const FIRST_YEAR = 2019;

/** What the return of a year counts; year and indicator are in the address, so that a figure leads to its own. */
export function DefinitionsPage() {
  const { t } = useTranslation();
  const [chosen, choose] = useSearchState({ year: today().slice(0, 4), indicator: "" });
  const year = Number(chosen.year);
  const now = useQuery(definitionsOf(year));
  const before = useQuery({ ...definitionsOf(year - 1), enabled: year > FIRST_YEAR });
  return (
    <Page title={t("statistics.definitions.title_of", { year })} breadcrumbs={[{ to: "/returns", label: t("statistics.nav.returns") }]}
          lead={t("statistics.definitions.lead")}>
      <DefinitionsView now={now} before={before} chosen={chosen} choose={choose} />
    </Page>
  );
}

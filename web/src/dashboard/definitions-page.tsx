import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DefinitionsView } from "../definitions/parts";
import { today } from "../i18n/dates";
import { Page, useSearchState } from "../ui";
import { definitionsQuery } from "./queries";

const FIRST_YEAR = 2019;

/** What the States' returns of a year count; open to all. */
export function DefinitionsPage() {
  const { t } = useTranslation();
  const [chosen, choose] = useSearchState({ year: today().slice(0, 4), indicator: "" });
  const year = Number(chosen.year);
  const now = useQuery(definitionsQuery(year));
  const before = useQuery({ ...definitionsQuery(year - 1), enabled: year > FIRST_YEAR });
  return (
    <Page title={t("public.definitions.title", { year })} breadcrumbs={[{ to: "/figures", label: t("public.nav.figures") }]} lead={t("public.definitions.lead")}>
      <DefinitionsView now={now} before={before} chosen={chosen} choose={choose} />
    </Page>
  );
}

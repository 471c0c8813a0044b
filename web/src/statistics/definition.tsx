import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { IndicatorFacts } from "../definitions/parts";
import { Link, Waiting } from "../ui";
import { definitionsOf } from "./queries";

/** What an indicator counts, of whom, when and from which field, by the definitions of the year. */
export function Definition({ indicator, year }: { indicator: string; year: number }) {
  const { t } = useTranslation();
  const definitions = useQuery(definitionsOf(year));
  if (!definitions.data) return <Waiting for={definitions} />;
  return (
    <>
      <IndicatorFacts definitions={definitions.data} indicators={definitions.data.indicators.filter(({ key }) => key === indicator)} />
      <Link to="/returns/definitions" search={{ year: String(year), indicator }}>{t("statistics.definitions.link", { year })}</Link>
    </>
  );
}

import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { ReleaseFiles } from "../pictures/parts";
import { Facts, Page, Section, useFormat, Waiting } from "../ui";
import { GivenUp } from "./given-up";
import { returnOf } from "./queries";
import { ReturnProgress } from "./return-progress";
import { ReturnTables } from "./return-tables";
import { SexAndAge } from "./sex-and-age";
import { StateBadge } from "./state-badge";
import { Told } from "./told";
import { bySexAndAge, headline } from "./table";

type Return = Schemas["AnnualReturn"];

const DELIVERY_CHECK_MS = 2000;

function HiddenFigures({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("statistics.hidden.title")}>
      <Facts of={[
        { label: t("statistics.hidden.cells"), value: format.number(annual.cells) },
        { label: t("statistics.hidden.by_rule", { floor: annual.floor }), value: format.number(annual.hidden_by_rule) },
        { label: t("statistics.hidden.protects_another"), value: format.number(annual.hidden_to_protect) },
      ]} />
      <GivenUp annual={annual} />
      <Told annual={annual} />
    </Section>
  );
}

/** One annual return: its way to the Council, what is hidden in it, its tables. */
export function ReturnPage({ returnId }: { returnId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const annual = useQuery({
    ...returnOf(returnId),
    refetchInterval: ({ state }) => (state.data?.delivery?.state === "waiting" ? DELIVERY_CHECK_MS : false),
  });
  if (!annual.data) return <Waiting for={annual} />;
  const { year, reference_date, state, tables } = annual.data;
  const drawn = bySexAndAge(tables);
  const nobody = drawn && headline(drawn).all.value === 0;
  return (
    <Page title={t("statistics.return.title", { year })} breadcrumbs={[{ to: "/returns", label: t("statistics.nav.returns") }]}
          lead={<Group gap="sm"><StateBadge state={state} />{t("statistics.return.as_of", { date: format.longDate(reference_date) })}</Group>}
          actions={<ReleaseFiles of={t("statistics.return.title", { year })}
                                 href={(format, language) => `/api/returns/${returnId}/tables?format=${format}&language=${language}`} />}>
      <Stack gap="lg">
        <ReturnProgress annual={annual.data} />
        <HiddenFigures annual={annual.data} />
        {!nobody && (
          <Section title={t("statistics.chart.section")}>
            {drawn ? <SexAndAge table={drawn} year={year} /> : <Text>{t("pictures.pyramid.none")}</Text>}
          </Section>)}
        <ReturnTables annual={annual.data} />
      </Stack>
    </Page>
  );
}

import { SimpleGrid, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { STATE_CODES, useStateName } from "../i18n/states";
import { ShownBars, StackedYears } from "../pictures/parts";
import { Section } from "../ui";
import type { Claim, ReleaseHeadlines } from "./queries";
import { flowOf, stockBars, stockOf } from "./stock-and-flow";

/** Who came when, by public figures of the operations. */
function Flow({ stages }: { stages: Claim[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const drawn = useMemo(() => {
    const { years, series } = flowOf(stages, STATE_CODES);
    return { years, series: series.map(({ state, values }) => ({ name: stateName(state), values })) };
  }, [stages, stateName]);
  return <StackedYears title={t("public.flow.title")} describe={t("public.flow.describe")} heading={t("public.returns.year")} definition={<Text size="sm">{t("public.flow.definition")}</Text>}
                       notes={[t("public.flow.definition")]} {...drawn} />;
}

/** Who is home, as States released it. */
function Stock({ releases }: { releases: ReleaseHeadlines[] }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const stateName = useStateName();
  const drawn = useMemo(() => {
    const { categories, values } = stockBars(stockOf(releases, STATE_CODES), (state, year) => t("public.stock.bar", { state: stateName(state), year }));
    return { categories, series: [{ name: t("public.operations.people"), values }] };
  }, [releases, stateName, t]);
  const { numerator, note } = words.definition("returnees");
  return <ShownBars title={t("public.stock.title")} describe={t("public.stock.describe")} heading={t("common.chart.state")} definition={<Text size="sm">{numerator} {note}</Text>}
                    notes={[numerator]} {...drawn} />;
}

/** Stock and flow: two pictures that are easily taken for each other, so they stand side by side. */
export function StockAndFlow({ stages, releases }: { stages: Claim[]; releases: ReleaseHeadlines[] }) {
  const { t } = useTranslation();
  if (stages.length === 0 && releases.length === 0) return null;
  return (
    <Section title={t("public.flow.section")}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        {stages.length > 0 && <Flow stages={stages} />}
        {releases.length > 0 && <Stock releases={releases} />}
      </SimpleGrid>
    </Section>
  );
}

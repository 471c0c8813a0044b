import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { Page, Section, useSearchState, Waiting } from "../ui";
import { Definition } from "./definition";
import { useLabels } from "./labels";

/** What the return of a year counts; the year is in the address. */
export function DefinitionsPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const [{ year }] = useSearchState({ year: today().slice(0, 4) });
  const definitions = useQuery({
    queryKey: ["returns", "definitions", year],
    queryFn: () => body(api.GET("/api/returns/definitions", { params: { query: { year: Number(year) } } })),
  });
  return (
    <Page title={t("statistics.definitions.title_of", { year })} breadcrumbs={[{ to: "/returns", label: t("statistics.nav.returns") }]}
          lead={t("statistics.definitions.lead")}>
      {definitions.data
        ? (
          <Stack gap="lg">
            <Text>{t("statistics.hidden.rule", { floor: definitions.data.floor })}</Text>
            {definitions.data.indicators.map((indicator) => (
              <Section key={indicator.key} title={labels.indicator(indicator.key)}>
                <Definition indicator={indicator.key} version={indicator.version} period={indicator.period} unit={indicator.unit} />
                <Text size="sm" c="dimmed">{t("statistics.definition.by", { list: indicator.classifications.map(labels.classification).join(", ") })}</Text>
              </Section>))}
          </Stack>)
        : <Waiting for={definitions} />}
    </Page>
  );
}

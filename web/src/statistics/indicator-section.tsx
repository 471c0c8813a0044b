import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section, useFormat } from "../ui";
import { Definition } from "./definition";
import { PlainFigure } from "./figure-cell";
import { useLabels } from "./labels";
import { headline, type ReturnTable } from "./table";
import { TableView } from "./table-view";

function Headline({ table, floor }: { table: ReturnTable; floor: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const { reached, all } = headline(table);
  const share = reached?.value !== undefined && all.value ? ` (${format.percent(reached.value / all.value, 0)})` : "";
  return (
    <Text>
      {labels.population(table.population)}{": "}
      {reached && <><b><PlainFigure cell={reached} floor={floor} /></b> {t("statistics.table.of")} </>}
      <b><PlainFigure cell={all} floor={floor} /></b>{share}
    </Text>
  );
}

/** One indicator: its figure in a line, its table, and what is counted. */
export function IndicatorSection({ table, floor, year }: { table: ReturnTable; floor: number; year: number }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <Section title={labels.indicator(table.indicator)}>
      <Headline table={table} floor={floor} />
      <TableView table={table} floor={floor} />
      <details>
        <summary>{t("statistics.definition.summary")}</summary>
        <Definition indicator={table.indicator} year={year} />
      </details>
    </Section>
  );
}

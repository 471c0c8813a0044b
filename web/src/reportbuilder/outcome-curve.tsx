import { Box, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Chart, Section, SelectField, useFormat, Waiting, type ChartColors } from "../ui";
import { inTurn } from "./counting";
import { useReportWords } from "./words";

/** How families of a region fare, months after the plan began; hidden points are gaps. */
export function OutcomeCurve({ regions }: { regions: string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReportWords();
  const [region, setRegion] = useState("");
  const curve = useQuery({
    queryKey: ["report-builder", "outcomes", region], ...inTurn,
    queryFn: () => body(api.GET("/api/report-builder/outcomes", { params: { query: { region } } })),
  });
  const points = curve.data?.points;
  const floor = curve.data?.floor;
  const option = useCallback((colors: ChartColors) => ({
    color: colors.series,
    grid: { left: 8, right: 24, top: 24, bottom: 28, containLabel: true },
    xAxis: { type: "category", data: (points ?? []).map(({ month }) => String(month)), axisLabel: { color: colors.dimmed },
      name: t("reportbuilder.curve.axis"), nameLocation: "middle", nameGap: 28, nameTextStyle: { color: colors.dimmed } },
    yAxis: { type: "value", min: 0, max: 1, axisLabel: { color: colors.dimmed }, splitLine: { lineStyle: { color: colors.line } } },
    series: [{ type: "line", connectNulls: false, symbolSize: 9, data: (points ?? []).map(({ mean }) => mean ?? null) }],
  }), [points, t]);
  const table = useMemo(() => ({
    columns: [t("reportbuilder.curve.table"), t("reportbuilder.curve.people"), t("reportbuilder.curve.mean")],
    rows: (points ?? []).map(({ month, people, mean }) => [
      t("reportbuilder.curve.month", { months: month }),
      people === undefined ? t("reportbuilder.curve.hidden", { floor }) : format.number(people),
      mean === undefined ? "" : format.number(mean),
    ]),
  }), [points, floor, format, t]);
  return (
    <Section title={t("reportbuilder.curve.title")}>
      <Stack>
        <Text>{t("reportbuilder.curve.lead")}</Text>
        {regions.length > 0 && (
          <Box maw="24rem"><SelectField label={t("reportbuilder.curve.region")} unchosen={t("reportbuilder.curve.all")} value={region} onChange={(value) => setRegion(value ?? "")}
                       choices={regions.map((value) => ({ value, label: words.category("region", value) }))} /></Box>)}
        {curve.data
          ? <Chart title={t("reportbuilder.curve.caption")} describe={t("reportbuilder.curve.describe")} option={option} table={table} height="16rem" />
          : <Waiting for={curve} />}
      </Stack>
    </Section>
  );
}

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import classes from "./reports.module.css";
import type { ReportBlock } from "./queries";

function Bar({ value, highest, pattern }: { value: number | null | undefined; highest: number; pattern: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Its width is always the same: it says nothing of the number.
  if (value === null || value === undefined) return <span className={classes.cell}><span className={classes.hidden} aria-hidden /><em>{t("reports.hidden")}</em></span>;
  return (
    <span className={classes.cell}>
      {value > 0 && <span className={classes.bar} data-pattern={pattern % 4} style={{ inlineSize: `${(value / highest) * 100}%` }} aria-hidden />}
      <b>{format.number(value)}</b>
    </span>
  );
}

/** A chart as a table whose cells are drawn: every mark has its number beside it, and a reader of screens misses nothing. */
export function ReportChart({ block }: { block: ReportBlock }) {
  const { t } = useTranslation();
  const labels = block.labels ?? [];
  const series = block.series ?? [];
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <figure className={classes.chart}>
      <table>
        <caption>{block.title}</caption>
        <thead hidden={series.length < 2}>
          <tr><th scope="col">{t("reports.of")}</th>{series.map(({ name }, i) => <th key={name} scope="col"><span className={classes.swatch} data-pattern={i % 4} aria-hidden />{name}</th>)}</tr>
        </thead>
        <tbody>
          {labels.map((label, row) => (
            <tr key={row}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }, i) => <td key={name} data-label={series.length > 1 ? name : undefined}><Bar value={values[row]} highest={highest} pattern={i} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {block.source && <Text component="figcaption" size="sm" c="dimmed">{t("reports.source", { source: block.source })}</Text>}
    </figure>
  );
}

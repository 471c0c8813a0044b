import { Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable, Facts, useFormat } from "../ui";
import { ReportChart } from "./report-chart";
import classes from "./reports.module.css";
import type { ReportBlock } from "./queries";

function Paragraph({ text, style }: { text: string; style: string }) {
  if (style === "small") return <Text size="sm" c="dimmed" className={classes.text}>{text}</Text>;
  if (style === "quote") return <Text fs="italic" className={classes.text}>{text}</Text>;
  return <Text className={classes.text}>{text}</Text>;
}

interface Row { key: string; cells: string[] }

function Table({ block }: { block: ReportBlock }) {
  const { t } = useTranslation();
  const rows: Row[] = (block.rows ?? []).map((cells, i) => ({ key: String(i), cells }));
  return (
    <DataTable caption={block.title === "" || !block.title ? t("reports.table") : block.title} showCaption={Boolean(block.title)} rows={rows} rowKey={({ key }: Row) => key}
               columns={(block.columns ?? []).map((column, i) => ({
                 key: String(i), label: column.label, numeric: column.numeric, cell: ({ cells }: Row) => <span className={classes.text}>{cells[i] ?? ""}</span> }))} />
  );
}

function Block({ block, deeper }: { block: ReportBlock; deeper: number }) {
  const format = useFormat();
  switch (block.kind) {
    case "heading": return <Title order={Math.min(6, (block.level ?? 1) + deeper) as 2 | 3 | 4 | 5 | 6} size={block.level === 3 ? "h4" : "h2"} mt={block.level === 2 ? "md" : 0}>{block.text}</Title>;
    case "paragraph": return <Paragraph text={block.text ?? ""} style={block.style ?? "normal"} />;
    case "bullets": return <ul>{(block.items ?? []).map((item, i) => <li key={i}>{item}</li>)}</ul>;
    case "facts": return <Facts of={(block.facts ?? []).map(({ label, value }) => ({ label, value: /^\d+$/.test(value) ? format.number(Number(value)) : value }))} />;
    case "table": return <Table block={block} />;
    case "chart": return <ReportChart block={block} />;
  }
}

/** What a report says. `deeper`: how many levels its headings stand under their own. */
export function Blocks({ blocks, deeper = 0 }: { blocks: ReportBlock[]; deeper?: number }) {
  return <Stack gap="md">{blocks.map((block, i) => <Block key={i} block={block} deeper={deeper} />)}</Stack>;
}

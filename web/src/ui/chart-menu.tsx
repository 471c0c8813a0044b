import { Button, Menu, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChartTable } from "./chart";
import { csvOf, fileNameOf, paperOf, pngOf, save, type Drawn, type Paper } from "./chart-files";
import classes from "./chart.module.css";
import { Icon } from "./icon";

interface ChartMenuProps {
  title: string;
  notes: string[];
  table: ChartTable;
  /** What is on the screen; nothing while it is not drawn. */
  take: () => (Drawn & { paper: Paper }) | null;
}

/** A chart to take along: its picture, its drawing, its table. */
export function ChartMenu({ title, notes, table, take }: ChartMenuProps) {
  const { t } = useTranslation();
  const name = fileNameOf(title);
  const picture = () => {
    const drawn = take();
    return drawn && paperOf(drawn, title, notes, drawn.paper);
  };
  const savePng = async () => {
    const drawn = picture();
    if (drawn) save(`${name}.png`, await pngOf(drawn));
  };
  const saveSvg = () => {
    const drawn = picture();
    if (drawn) save(`${name}.svg`, new Blob([drawn.svg], { type: "image/svg+xml" }));
  };
  const saveCsv = () => save(`${name}.csv`, new Blob([csvOf(table.columns, table.data ?? table.rows)], { type: "text/csv;charset=utf-8" }));
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-md" variant="subtle" leftSection={<Icon name="download" size={18} />}>
          {t("common.chart.save")}<Text component="span" className={classes.spoken}>: {title}</Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void savePng()}>{t("common.chart.save_png")}</Menu.Item>
        <Menu.Item onClick={saveSvg}>{t("common.chart.save_svg")}</Menu.Item>
        <Menu.Item onClick={saveCsv}>{t("common.chart.save_csv")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

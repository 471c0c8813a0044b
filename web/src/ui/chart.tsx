import { Button, Group, Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { About } from "./about";
import type { Drawn, Paper } from "./chart-files";
import { ChartMenu } from "./chart-menu";
import classes from "./chart.module.css";
import { DataTable } from "./data-table";
import { Icon } from "./icon";

/** Colours of the theme, as text that ECharts can use. */
export interface ChartColors {
  text: string;
  dimmed: string;
  line: string;
  surface: string;
  land: string;
  low: string;
  high: string;
  series: string[];
}

export interface ChartTable {
  columns: string[];
  /** One array a row; figures already written out for the reader. */
  rows: string[][];
  /** The same as numbers, for files; null where nothing is shown. As it is written when absent. */
  data?: (string | number | null)[][];
}

/** What to draw; `narrow` when the picture has the width of a phone. */
export type DrawOption = (colors: ChartColors, narrow: boolean) => EChartsCoreOption;

interface ChartProps {
  title: string;
  /** What the picture shows, in a sentence, for who cannot see it. */
  describe: string;
  option: DrawOption;
  table: ChartTable;
  /** What is counted, of whom and when: one click from the picture. */
  definition?: ReactNode;
  /** Sentences under the picture in its files, where no page stands around it: whose figures, of which day, what the signs mean. */
  notes?: string[];
  /** CSS height of the picture; or its width over its height, for what must not be stretched. */
  height?: string;
  aspect?: number;
  /** Name of a map to load before drawing. */
  prepare?: () => Promise<void>;
  /** Called with the name of what was clicked. */
  onChoose?: (name: string) => void;
}

const NARROW_PX = 560;

function readColors(element: Element, scheme: "light" | "dark"): ChartColors {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const shade = scheme === "dark" ? 4 : 7;
  return {
    text: read("--mantine-color-text"), dimmed: read("--mantine-color-dimmed"), line: read("--hw-line"), surface: read("--hw-surface"),
    land: read("--hw-land"), low: read("--hw-low"), high: read("--hw-high"),
    series: ["spruce", "apricot", "indigo", "grape", "cyan"].map((name) => read(`--mantine-color-${name}-${shade}`)),
  };
}

/** Draws into the element for as long as it is there; draws again when its size, the colours or the option change. */
function useDrawing({ option, prepare, onChoose }: Pick<ChartProps, "option" | "prepare" | "onChoose">) {
  const element = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  const choose = useRef(onChoose);
  const drawing = useRef<EChartsType>(null);
  useEffect(() => { choose.current = onChoose; }, [onChoose]);

  useEffect(() => {
    const host = element.current;
    if (!host) return;
    let gone = false;
    let end = () => {};
    void Promise.all([import("./echarts"), prepare?.()]).then(([{ init }]) => {
      if (gone) return;
      const chart = init(host, null, { renderer: "svg" });
      drawing.current = chart;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const base = { animation: !still, textStyle: { fontFamily: getComputedStyle(host).fontFamily } };
      let narrow: boolean | null = null;
      const drawn = () => {
        // A page that is being left has no size any more, and a map cannot be drawn on nothing.
        if (host.clientWidth === 0 || host.clientHeight === 0) return;
        const before = narrow;
        narrow = host.clientWidth < NARROW_PX;
        chart.resize();
        if (narrow !== before) chart.setOption({ ...base, ...option(readColors(host, scheme), narrow) }, true);
      };
      drawn();
      chart.on("click", ({ name }) => choose.current?.(name));
      const watch = new ResizeObserver(drawn);
      watch.observe(host);
      end = () => { watch.disconnect(); drawing.current = null; chart.dispose(); };
    });
    return () => { gone = true; end(); };
  }, [option, prepare, scheme]);
  /** What is on the screen, and the paper that it is drawn for; nothing while it is not drawn yet. */
  const take = useCallback((): (Drawn & { paper: Paper }) | null => {
    const chart = drawing.current;
    const svg = element.current?.querySelector("svg");
    if (!chart || !element.current || !svg) return null;
    const { text, dimmed, surface } = readColors(element.current, scheme);
    // The element and not `renderToSVGString`, which leaves the quotes of a font's name as they are: that is no XML.
    return { svg: new XMLSerializer().serializeToString(svg), width: chart.getWidth(), height: chart.getHeight(),
             paper: { text, dimmed, surface, font: getComputedStyle(element.current).fontFamily } };
  }, [scheme]);
  return { element, take };
}

/**
 * A picture with its table. `option` and `prepare` should keep their identity (`useCallback`) while nothing changes.
 */
export function Chart({ title, describe, option, table, definition, notes = [], height = "20rem", aspect, prepare, onChoose }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const { element, take } = useDrawing({ option, prepare, onChoose });
  const tableId = useId();
  return (
    <figure className={classes.chart}>
      <div className={classes.head}>
        <figcaption className={classes.title}>{title}</figcaption>
        {definition && <About label={title}>{definition}</About>}
      </div>
      <div ref={element} role="img" aria-label={`${title}. ${describe}`} style={aspect ? { aspectRatio: aspect, maxWidth: "44rem" } : { height }} />
      <Group gap="xs" data-no-print>
        <Button size="compact-md" variant="subtle" aria-expanded={asTable} aria-controls={tableId} onClick={() => setAsTable(!asTable)}
                leftSection={<Icon name="table" size={18} />}>
          {asTable ? t("common.chart.hide_table") : t("common.chart.show_table")}
          <Text component="span" className={classes.spoken}>: {title}</Text>
        </Button>
        <ChartMenu title={title} notes={notes} table={table} take={take} />
      </Group>
      <div id={tableId}>
        {asTable && (
          <DataTable caption={title} phone="scroll" rows={table.rows} rowKey={(row) => row.join("\u0000")}
                     columns={table.columns.map((label, i) => ({ key: String(i), label, cell: (row: string[]) => row[i], numeric: i > 0 }))} />
        )}
      </div>
    </figure>
  );
}

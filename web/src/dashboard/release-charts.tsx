import { Text } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { Curves, Pyramid, ShownBars, type ShownSeries } from "../pictures/parts";
import { useFormat } from "../ui";
import { AllDefinitions, IndicatorDefinition } from "./indicator-definition";
import { useLastShownText } from "./hidden";
import type { LastShown, Release, Table } from "./queries";
import { bySexAndAge, curvesOf, drawnCategories, figureAt, hasHidden, lastAt, onePerIndicator, outcomeOf, reachOf, spreads, tellsReached } from "./released-table";
import { useReleasedBy } from "./released-by";

/** What stands under every picture of a return: its day, who released it, and what the sign means where something is hidden. */
function usePictureNotes(release: Release, tables: Table[]): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const releasedBy = useReleasedBy();
  return [
    `${t("public.table.as_of", { date: format.longDate(release.reference_date) })} ${releasedBy(release)}`,
    ...(tables.some(hasHidden) ? [t("indicators.hidden.note", { floor: floorOf(release, tables) })] : []),
  ];
}

/** The largest floor of these tables: what is under it may be hidden. */
const floorOf = ({ rules }: Release, tables: Table[]) =>
  Math.max(...tables.map(({ definition }) => rules.floor_of[definition.indicator] ?? rules.floor), 0);

/** How old those are who came home, women and men on either side. */
export function AgeAndSex({ release, last }: { release: Release; last: LastShown[] }) {
  const { t } = useTranslation();
  const lastText = useLastShownText();
  const words = useReleaseWords();
  const table = bySexAndAge(release.tables);
  const notes = usePictureNotes(release, table ? [table] : []);
  const drawn = useMemo(() => {
    const ages = table?.dimensions.find(({ key }) => key === "age_band");
    const sexes = table?.dimensions.find(({ key }) => key === "sex");
    if (!table || !ages || !sexes) return null;
    const bands = drawnCategories(table, "age_band");
    const seriesOf = (sex: number): ShownSeries => ({
      name: words.category("sex", sexes.categories[sex] ?? ""), values: bands.map((age_band) => figureAt(table, { sex, age_band })),
      last: bands.map((age_band) => lastText(lastAt(last, table, { sex, age_band }))),
    });
    const [left, right] = [sexes.categories.indexOf("female"), sexes.categories.indexOf("male")];
    if (left < 0 || right < 0) return null;
    return {
      categories: bands.map((at) => words.category("age_band", ages.categories[at] ?? "")),
      sides: [seriesOf(left), seriesOf(right)] as [ShownSeries, ShownSeries],
      others: drawnCategories(table, "sex").filter((sex) => sex !== left && sex !== right).map(seriesOf),
    };
  }, [table, words, last, lastText]);
  if (!table || !drawn) return <Text>{t("pictures.pyramid.none")}</Text>;
  return <Pyramid title={t("pictures.pyramid.title")} describe={t("pictures.pyramid.describe")} heading={words.dimension("age_band")} notes={notes}
                  definition={<IndicatorDefinition release={release} table={table} />} {...drawn} />;
}

/** What part of those it concerns each indicator reached. */
export function Reached({ release }: { release: Release }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const format = useFormat();
  const tables = useMemo(() => onePerIndicator(release.tables).filter(tellsReached), [release]);
  const notes = usePictureNotes(release, tables);
  const drawn = useMemo(() => {
    const reaches = tables.map((table) => reachOf(table));
    return {
      reaches,
      categories: tables.map((table) => words.indicator(table.definition.indicator)),
      // Where there is nobody whom it concerns, the bar is an empty one and never a hidden one.
      series: [{ name: t("public.returns.share"), values: reaches.map(({ share, of }) => (of === 0 ? 0 : share)) }],
    };
  }, [tables, words, t]);
  const write = useCallback((share: number, _series: number, at: number) => {
    const reach = drawn.reaches[at];
    const counts = { reached: format.number(reach?.reached), of: format.number(reach?.of) };
    return reach?.of === 0 ? t("public.compare.of", counts) : t("public.returns.share_of", { share: format.percent(share), ...counts });
  }, [drawn, format, t]);
  if (drawn.categories.length === 0) return null;
  return <ShownBars title={t("public.returns.reached")} describe={t("public.returns.reached_text")} heading={t("public.returns.indicator")} notes={notes}
                    definition={<AllDefinitions year={release.year} />} categories={drawn.categories} series={drawn.series} write={write} max={1} />;
}

/** How people fare after 0, 3, 6, 12 and 24 months, as far as a State asked them. */
export function OutcomeCurves({ release }: { release: Release }) {
  const { t } = useTranslation();
  const rounds = useMemo(() => release.tables.filter(({ definition }) => definition.indicator.startsWith("outcome_")), [release]);
  const notes = usePictureNotes(release, rounds);
  const drawn = useMemo(() => {
    const curves = curvesOf(release.tables);
    const months = [...new Set(curves.flatMap(({ shares }) => [...shares.keys()]))].sort((a, b) => a - b);
    return {
      months,
      series: curves.map(({ domain, shares }) => ({
        name: t(`public.curves.domain.${domain}`, { defaultValue: domain }), values: months.map((month) => shares.get(month)),
      })),
    };
  }, [release, t]);
  const [first] = rounds;
  if (!first || drawn.series.every(({ values }) => values.every((value) => value === undefined))) return null;
  return <Curves title={t("public.curves.title")} describe={t("public.curves.describe")} notes={notes}
                 definition={<IndicatorDefinition release={release} table={first} />} {...drawn} />;
}

/** How the people whom an indicator concerns are spread over its classes: days of waiting, care, timeliness. */
function Spread({ release, table }: { release: Release; table: Table }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const name = words.indicator(table.definition.indicator);
  const notes = usePictureNotes(release, [table]);
  const drawn = useMemo(() => {
    const outcome = outcomeOf(table);
    const classes = outcome ? drawnCategories(table, outcome.key) : [];
    return {
      categories: classes.map((at) => words.category(outcome?.key ?? "", outcome?.categories[at] ?? "")),
      series: [{ name: words.population(table.population), values: classes.map((at) => figureAt(table, { [outcome?.key ?? ""]: at })) }],
    };
  }, [table, words]);
  if (drawn.categories.length === 0) return null;
  return <ShownBars title={name} describe={t("public.spread.describe")} heading={t("public.spread.class")} notes={notes}
                    definition={<IndicatorDefinition release={release} table={table} />} {...drawn} />;
}

/** Each is a picture of its own among the others. */
export function Spreads({ release }: { release: Release }) {
  return spreads(release.tables).map((table) => <Spread key={table.key} release={release} table={table} />);
}

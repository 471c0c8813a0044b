import { Stack, Text } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { STATE_CODES, useStateName, type StateCode } from "../i18n/states";
import { useShownText } from "../pictures/parts";
import { CentralAsiaMap, DataTable, SelectField, useFormat, useSearchState } from "../ui";
import classes from "./dashboard.module.css";
import { floorsOf, hiddenOf, indicatorsOf, leftOut, lineOf, shareOf, unlike, type Ground } from "./differences";
import { ShownFigure } from "./hidden";
import { AllDefinitions } from "./indicator-definition";
import type { Headline, ReleaseHeadlines } from "./queries";

const shown = ({ value, hidden }: Headline["total"]) => (hidden ? null : value ?? null);

/** One State's line of an indicator: its figures, and beneath them what makes it unlike the others. */
function Cell({ line, differs }: { line: Headline | undefined; differs: ReturnType<typeof unlike> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  if (!line) return t("public.compare.not_counted");
  const share = shareOf(line);
  const of = (reached: number | null | undefined) => t("public.compare.of", { reached: format.number(reached), of: format.number(line.total.value) });
  const marks = [
    differs.version && t("public.compare.version", { version: line.version }),
    differs.population && words.population(line.population),
    differs.floor && t("public.compare.floor_from", { floor: line.floor }),
  ].filter(Boolean);
  return (
    <div>
      {!line.reached ? <ShownFigure value={shown(line.total)} />
        : typeof share === "number"
          ? <>{format.percent(share)}<span className={classes.unlike}>{of(line.reached.value)}</span></>
          : share === undefined ? of(line.reached.value)
          : <><ShownFigure value={shown(line.reached)} /> / <ShownFigure value={shown(line.total)} /></>}
      {marks.map((mark) => <span key={String(mark)} className={classes.unlike}>{mark}</span>)}
    </div>
  );
}

/** What stands behind the figures of each State: the day, the rules, what is hidden and what was not counted. */
function Grounds({ grounds }: { grounds: Ground[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const stateName = useStateName();
  const versions = (ground: Ground) => {
    const others = ground.indicators.filter(({ indicator }) => unlike(grounds, indicator).version);
    return others.length === 0 ? t("public.compare.same_versions")
      : others.map(({ indicator, version }) => `${words.indicator(indicator)}: ${t("public.compare.version", { version })}`).join("; ");
  };
  const rows: { key: string; label: string; text: (ground: Ground) => string }[] = [
    { key: "date", label: t("public.returns.reference_date"), text: ({ reference_date }) => format.date(reference_date) },
    { key: "versions", label: t("public.compare.versions"), text: versions },
    { key: "floor", label: t("public.returns.floor"), text: (ground) => floorsOf(ground).map((floor) => format.number(floor)).join(", ") },
    { key: "hidden", label: t("public.compare.hidden"), text: (ground) => {
      const { hidden, cells } = hiddenOf(ground);
      return t("public.compare.hidden_of", { hidden: format.number(hidden), cells: format.number(cells) });
    } },
    { key: "left", label: t("public.compare.left_out"), text: (ground) => leftOut(grounds, ground).map(words.indicator).join(", ") || t("public.compare.nothing") },
  ];
  return (
    <DataTable caption={t("public.compare.grounds")} rows={rows} rowKey={({ key }) => key} columns={[
      { key: "what", label: t("public.compare.what"), cell: ({ label }) => label },
      ...grounds.map((ground) => ({ key: ground.state, label: stateName(ground.state), cell: ({ text }: (typeof rows)[number]) => text(ground) })),
    ]} />
  );
}

/** One indicator on the map, in shares, since States are of different size. */
function ShareMap({ grounds, indicators, year }: { grounds: Ground[]; indicators: string[]; year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const stateName = useStateName();
  const shownText = useShownText();
  const [search, setSearch] = useSearchState({ indicator: "" });
  const chosen = indicators.includes(search.indicator) ? search.indicator : indicators[0] ?? "";
  const { values, hidden } = useMemo(() => {
    const lines = grounds.map((ground) => [ground.state.toUpperCase() as StateCode, shareOf(lineOf(ground, chosen))] as const);
    return {
      values: Object.fromEntries(lines.flatMap(([state, share]) => (typeof share === "number" ? [[state, share]] : []))) as Partial<Record<StateCode, number>>,
      hidden: { states: STATE_CODES.filter((code) => lines.some(([state, share]) => state === code && share === null)), text: shownText(null) },
    };
  }, [grounds, chosen, shownText]);
  const write = useCallback((share: number) => format.percent(share), [format]);
  const { numerator, denominator, note } = words.definition(chosen);
  const days = grounds.map(({ state, reference_date }) => `${stateName(state)}: ${format.date(reference_date)}`).join("; ");
  const title = t("public.compare.map", { indicator: words.indicator(chosen), year });
  return (
    <Stack gap="sm">
      <SelectField label={t("public.returns.indicator")} unchosen={null} value={chosen} choices={indicators.map((value) => ({ value, label: words.indicator(value) }))}
                   onChange={(value) => setSearch({ indicator: value ?? "" })} />
      <CentralAsiaMap title={title} measure={t("public.returns.share")} values={values} hidden={hidden} write={write} max={1}
                      definition={<>{[numerator, denominator, note].filter(Boolean).join(" ")} <AllDefinitions year={year} indicator={chosen} /></>} notes={[t("public.compare.map_note"), days]} />
      <Text size="sm" c="dimmed">{t("public.compare.map_note")}</Text>
    </Stack>
  );
}

/** The States beside each other, with what makes their figures unlike: a table to learn from, and no ranking. */
export function Compare({ releases, year }: { releases: ReleaseHeadlines[]; year: number }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const stateName = useStateName();
  // Counts of people and shares; how people are spread over classes is a picture of its own.
  const drawn = indicatorsOf(releases).filter((indicator) => indicator === "returnees" || releases.some((release) => lineOf(release, indicator)?.reached));
  const reached = drawn.filter((indicator) => releases.some((release) => lineOf(release, indicator)?.reached));
  return (
    <Stack gap="lg">
      <DataTable caption={t("public.compare.caption")} rows={drawn} rowKey={(indicator) => indicator}
        columns={[
          { key: "indicator", label: t("public.returns.indicator"), cell: (indicator) => words.indicator(indicator) },
          ...releases.map((release) => ({
            key: release.state, label: stateName(release.state), numeric: true,
            cell: (indicator: string) => <Cell line={lineOf(release, indicator)} differs={unlike(releases, indicator)} /> })),
        ]} />
      <Text size="sm" c="dimmed">{t("public.compare.how")}</Text>
      <Grounds grounds={releases} />
      {reached.length > 0 && <ShareMap grounds={releases} indicators={reached} year={year} />}
    </Stack>
  );
}

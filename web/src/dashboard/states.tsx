import { Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { STATE_CODES, useStateName, type StateCode } from "../i18n/states";
import { CentralAsiaMap, Figure, Section, useFormat } from "../ui";
import { ClaimFigure } from "./claim-figure";
import type { Claim } from "./queries";
import classes from "./dashboard.module.css";

const placeOf = (state: StateCode) => `state-${state.toLowerCase()}`;

/** Who says it; where and when stand under the figure and in its notes. */
const shortSource = ({ source }: Claim) => source.split(/[,;]/)[0] ?? source;

/** What sources say of one State; where they differ, side by side. */
function StateFigures({ state, claims }: { state: StateCode; claims: Claim[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const differ = new Set(claims.map(({ value }) => value)).size > 1;
  return (
    <section id={placeOf(state)} tabIndex={-1} aria-labelledby={`${placeOf(state)}-name`} className={classes.state}>
      <h3 id={`${placeOf(state)}-name`} className={classes.name}>{stateName(state)}</h3>
      <ul className={classes.figures}>
        {claims.map((claim) => <li key={claim.id}><ClaimFigure claim={claim} label={shortSource(claim)} /></li>)}
        {claims.length === 0 && <li><Figure label={t("public.states.no_source")} value={null} instead={t("public.states.none")} /></li>}
      </ul>
      {differ && <Text size="sm" c="dimmed">{t("public.states.differ")}</Text>}
      {claims.length === 0 && <Text size="sm" c="dimmed">{t("public.states.no_zero_meant")}</Text>}
    </section>
  );
}

/** The map of the five States. Choosing one leads to its figures. */
export function StatesMap({ sum }: { sum: Schemas["ClaimSum"] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<StateCode | null>(null);
  const values = useMemo(() => Object.fromEntries((sum?.parts ?? []).map(({ about, value }) => [about.toUpperCase(), value])), [sum]);
  const choose = (state: StateCode) => {
    setChosen(state);
    document.getElementById(placeOf(state))?.focus();
  };
  return (
    <Section title={t("public.map.title")}>
      <CentralAsiaMap title={t("public.map.caption")} measure={t("public.map.measure")} values={values} chosen={chosen} onChoose={choose} />
      {sum && <Text size="sm" c="dimmed">{t("public.map.source", { source: sum.source, date: format.longDate(sum.as_of) })}</Text>}
    </Section>
  );
}

/** Every figure of every State, with its source. */
export function StatesFigures({ claims }: { claims: Claim[] }) {
  const { t } = useTranslation();
  const of = (state: StateCode) => claims.filter(({ about }) => about.toUpperCase() === state);
  return (
    <Section title={t("public.states.title")}>
      <Text size="sm" c="dimmed">{t("public.states.lead")}</Text>
      {STATE_CODES.map((state) => <StateFigures key={state} state={state} claims={of(state)} />)}
    </Section>
  );
}

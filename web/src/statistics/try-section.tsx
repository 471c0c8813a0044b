import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Icon, ProblemNotice, Section } from "../ui";
import { useLabels } from "./labels";
import { choiceOf, type ReturnTable } from "./table";
import { figureOf, keyOf } from "./tables-view";
import { isStopped, Stopped, Underway, useTicket } from "./underway";

type Return = Schemas["AnnualReturn"];
type Attempt = Schemas["ReturnAttempts"]["attempts"][number];
type Regional = Schemas["RegionalAttempt"];

/** A figure in words: its indicator and its categories, totals left out. */
function useFigureName(tables: ReturnTable[]) {
  const { t } = useTranslation();
  const labels = useLabels();
  return ({ table: key, cell }: Schemas["ReturnFigureAt"]) => {
    const table = tables.find((each) => each.key === key);
    if (!table) return t("statistics.try.earlier_figure");
    const at = choiceOf(table, cell);
    const words = table.dimensions.flatMap((dimension, d) => {
      const choice = at[d] ?? dimension.categories.length;
      return choice === dimension.categories.length ? [] : [labels.choice(dimension, choice)];
    });
    return `${labels.indicator(table.indicator)}: ${words.length > 0 ? words.join(", ") : t("common.total")}`;
  };
}

const MOST_NAMED = 8;
const BROKEN = { borderInlineStart: "0.3rem solid var(--mantine-color-red-9)" };

/** further   somebody who knows less has opened figures already: these count as theirs */
function AttemptLine({ attempt, further, nameOf }: { attempt: Attempt; further: boolean; nameOf: (at: Schemas["ReturnFigureAt"]) => string }) {
  const { t } = useTranslation();
  const { by, guarded, opened } = attempt;
  const broken = opened.length > 0;
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Icon name={broken ? "alert" : "check"} />
      <div>
        <Text fw={600}>{t(`statistics.try.attacker.${by}`)}</Text>
        <Text>{broken ? t("statistics.try.opened", { count: opened.length }) : t(`statistics.try.${further ? "nothing_further" : "nothing"}`, { count: guarded })}</Text>
        {broken && (
          <ul>
            {opened.slice(0, MOST_NAMED).map((each) => (
              <li key={keyOf(each)}>{nameOf(each)}: {each.low === each.high ? t("statistics.try.exactly", { value: each.low }) : t("statistics.outside.range", { low: each.low, high: each.high })}</li>))}
            {opened.length > MOST_NAMED && <li>{t("statistics.try.more", { count: opened.length - MOST_NAMED })}</li>}
          </ul>)}
      </div>
    </Group>
  );
}

/** With the joint ledger at hand: everybody, or a State that knows its own register besides. */
function RegionalLine({ attempt }: { attempt: Regional }) {
  const { t } = useTranslation();
  const { member, opened } = attempt;
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Icon name={opened ? "alert" : "check"} />
      <div>
        <Text fw={600}>{member === "" ? t("statistics.try.region.everybody") : t("statistics.try.region.member", { member })}</Text>
        <Text>{opened ? t("statistics.try.region.opened", { ...opened, count: opened.cells }) : t("statistics.try.region.nothing")}</Text>
      </div>
    </Group>
  );
}

function Verdict({ found, byHand, mend, nameOf }:
  { found: Schemas["ReturnAttempts"]; byHand: boolean; mend: () => void; nameOf: (at: Schemas["ReturnFigureAt"]) => string }) {
  const { t } = useTranslation();
  const words = found.holds ? (byHand ? "holds_by_hand" : "holds") : byHand ? "refused" : "broken";
  return (
    <Alert icon={<Icon name={found.holds ? "check" : "alert"} />} role="status" style={found.holds ? undefined : BROKEN} title={t(`statistics.try.${words}`)}>
      <Stack gap="sm">
        <Text>{t(`statistics.try.${words}_text`)}</Text>
        {found.attempts.map((attempt, i) => (
          <AttemptLine key={attempt.by} attempt={attempt} nameOf={nameOf} further={found.attempts.slice(0, i).some(({ opened }) => opened.length > 0)} />))}
        {found.region.map((attempt) => <RegionalLine key={attempt.member} attempt={attempt} />)}
        {byHand && <Group><Button variant="default" onClick={mend}>{t("statistics.try.mend")}</Button></Group>}
      </Stack>
    </Alert>
  );
}

/** Runs every attacker on a return, as it stands or with hidden figures shown by hand; for who may sign it. */
export function TrySection({ annual, chosen, byHand, choose, clear }:
  { annual: Return; chosen: ReadonlySet<string>; byHand: boolean; choose: () => void; clear: () => void }) {
  const { t } = useTranslation();
  const ticket = useTicket();
  const nameOf = useFigureName(annual.tables);
  const figures = [...chosen].map(figureOf);
  const attempt = useAction(() => body(api.POST("/api/returns/{return_id}/attempts", {
    params: { path: { return_id: annual.id }, query: { ticket } }, body: { shown: figures },
  })));
  const mend = () => { clear(); attempt.reset(); };
  return (
    <Section title={t("statistics.try.title")}>
      <Stack>
        <Text>{t("statistics.try.text")}</Text>
        {byHand && <Text>{t("statistics.by_hand.hint")}</Text>}
        {figures.length > 0 && <ul>{figures.map((at) => <li key={keyOf(at)}>{nameOf(at)}</li>)}</ul>}
        {attempt.pending
          ? <Underway ticket={ticket} words={t("statistics.try.underway")} />
          : (
            <Group>
              <Button onClick={() => void attempt.run()}>{t(figures.length > 0 ? "statistics.try.button_by_hand" : "statistics.try.button", { count: figures.length })}</Button>
              {!byHand && <Button variant="default" onClick={choose}>{t("statistics.by_hand.button")}</Button>}
              {byHand && <Button variant="default" onClick={mend}>{t("statistics.by_hand.end")}</Button>}
            </Group>)}
        {attempt.problem && (isStopped(attempt.problem) ? <Stopped problem={attempt.problem} /> : <ProblemNotice problem={attempt.problem} focus />)}
        {attempt.value && !attempt.pending && <Verdict found={attempt.value} byHand={byHand} mend={mend} nameOf={nameOf} />}
      </Stack>
    </Section>
  );
}

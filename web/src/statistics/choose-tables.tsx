import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { CheckField, Icon, ProblemNotice, useFormat, Waiting } from "../ui";
import { CoarserProposal } from "./coarser-proposal";
import { without, withTable, type Chosen } from "./chosen";
import { useLabels } from "./labels";
import { definitionsOf } from "./queries";
import classes from "./choose-tables.module.css";

type Advice = Schemas["ReturnAdvice"]["tables"][number];

function Cost({ advice, choose }: { advice: Advice; choose: (by: string[]) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const { cost, coarser, by } = advice;
  const words = ({ cells, by_rule, to_protect }: Advice["cost"]) =>
    cells === 0 ? t("statistics.advice.nobody")
      : t("statistics.advice.hides", { share: format.percent((by_rule + to_protect) / cells, 0), hidden: by_rule + to_protect, count: cells });
  return (
    <div>
      <Text size="sm">{words(cost)}</Text>
      {coarser.map((each) => (
        <Button key={each.without} size="compact-sm" variant="subtle" onClick={() => { choose(by.filter((key) => key !== each.without)); }}>
          {t("statistics.advice.without", { classification: labels.classification(each.without), cost: words(each.cost) })}
        </Button>))}
    </div>
  );
}

/** Which indicators a return counts and what each is crossed by, with what that costs in hidden figures. `last`: the year's last return. */
export function ChooseTables({ year, referenceDate, last, chosen, choose }:
  { year: string; referenceDate: string; last: string | undefined; chosen: Chosen | null; choose: (tables: Chosen) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const definitions = useQuery(definitionsOf(Number(year)));
  const tables = chosen ?? (definitions.data?.indicators ?? []).map(({ key, classifications }) => ({ indicator: key, by: classifications }));
  const advise = useAction((asked: Chosen) => body(api.POST("/api/returns/advice", { body: { year: Number(year), reference_date: referenceDate, tables: asked } })));
  if (!definitions.data) return <Waiting for={definitions} />;
  const change = (next: Chosen) => { choose(next); if (advise.value) advise.reset(); };
  const costOf = (indicator: string) => advise.value?.tables.find((each) => each.indicator === indicator);
  return (
    <Stack>
      <Text>{t("statistics.choose.hint")}</Text>
      <Group>
        <Button variant="default" loading={advise.pending} disabled={tables.length === 0} onClick={() => void advise.run(tables)}>{t("statistics.advice.button")}</Button>
      </Group>
      {last && <CoarserProposal last={last} choose={change} />}
      {advise.problem && <ProblemNotice problem={advise.problem} focus />}
      {advise.value && <Alert icon={<Icon name="info" />} role="status">{t("statistics.advice.estimate")}</Alert>}
      <Table className={classes.table}>
        <caption className={classes.caption}>{t("statistics.choose.caption")}</caption>
        <thead><tr><th scope="col">{t("statistics.choose.indicator")}</th><th scope="col">{t("statistics.choose.by")}</th></tr></thead>
        <tbody>
          {definitions.data.indicators.map(({ key, possible }) => {
            const table = tables.find(({ indicator }) => indicator === key);
            const cost = costOf(key);
            return (
              <tr key={key}>
                <td>
                  <CheckField label={labels.indicator(key)} checked={table !== undefined}
                              onChange={({ currentTarget }) => { change(currentTarget.checked ? withTable(tables, { indicator: key, by: [] }) : without(tables, key)); }} />
                </td>
                <td>
                  {table && (
                    <Group gap="md">
                      {possible.map((classification) => (
                        <CheckField key={classification} label={labels.classification(classification)} checked={table.by.includes(classification)}
                                    aria-label={`${labels.indicator(key)}: ${labels.classification(classification)}`}
                                    onChange={({ currentTarget }) => {
                                      change(withTable(tables, {
                                        indicator: key, by: currentTarget.checked ? [...table.by, classification] : table.by.filter((each) => each !== classification),
                                      }));
                                    }} />))}
                    </Group>)}
                  {cost && <Cost advice={cost} choose={(by) => { change(withTable(tables, { indicator: key, by })); }} />}
                </td>
              </tr>);
          })}
        </tbody>
      </Table>
    </Stack>
  );
}

import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useOpenTables } from "../pictures/parts";
import { Section, SelectField, useFormat, Waiting } from "../ui";
import { HiddenNotes } from "./figure-cell";
import { IndicatorSection } from "./indicator-section";
import { useLabels } from "./labels";
import { keyOf, TablesViewContext, type Look, type TablesView } from "./tables-view";
import { TrySection } from "./try-section";

type Return = Schemas["AnnualReturn"];
const CHANGES = ["same", "changed", "newly_shown", "newly_hidden", "still_hidden"] as const;

/** How many figures stand how beside the last release that had them. */
function ChangesLine({ tables }: { tables: Return["tables"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (change: string) => tables.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.change === change).length, 0);
  const told = CHANGES.map((change) => ({ change, count: of(change) })).filter(({ count }) => count > 0);
  if (told.length === 0) return <Text>{t("statistics.change.first")}</Text>;
  return <Text>{t("statistics.change.since")} {told.map(({ change, count }) => `${t(`statistics.change.count.${change}`)} ${format.number(count)}`).join("; ")}.</Text>;
}

/** What is looked at beside the figures; an outsider's knowledge is worked out when it is asked for. */
function useView(annual: Return) {
  const [look, setLook] = useState<Look>("figures");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const outside = useQuery({
    queryKey: ["returns", annual.id, "outside"], enabled: look === "outside", staleTime: Infinity,
    queryFn: () => body(api.GET("/api/returns/{return_id}/outside", { params: { path: { return_id: annual.id } } })),
  });
  const view: TablesView = useMemo(() => ({
    look, chosen,
    ranges: new Map((outside.data?.items ?? []).map((range) => [keyOf(range), range])),
    choose: (at) => {
      const key = keyOf(at);
      setChosen((before) => (before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key])));
    },
  }), [look, chosen, outside.data]);
  return { view, setLook, setChosen, outside };
}

/** The tables of a return, what can be seen beside their figures, and for who may sign the trial whether they hold. */
export function ReturnTables({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const { view, setLook, setChosen, outside } = useView(annual);
  const { tables, floor, allows } = annual;
  const labels = useLabels();
  const { chosen, select } = useOpenTables(tables, ({ indicator, cells }) => ({
    name: labels.indicator(indicator), hidden: cells.filter(({ hidden }) => hidden !== "no").length }));
  const reasons = new Set(tables.flatMap(({ cells }) => cells.map(({ hidden }) => hidden as string)));
  const looks: Look[] = ["figures", "changes", ...(allows.test ? ["outside" as const, "by_hand" as const] : [])];
  return (
    <TablesViewContext.Provider value={view}>
      {allows.test && (
        <TrySection annual={annual} chosen={view.chosen} byHand={view.look === "by_hand"} choose={() => { setLook("by_hand"); }}
                    clear={() => { setChosen(new Set()); setLook("figures"); }} />)}
      <Section title={t("statistics.look.title")}>
        <Stack>
          <ChangesLine tables={tables} />
          {select}
          <SelectField label={t("statistics.look.label")} unchosen={null} value={view.look} onChange={(value) => { setLook((value ?? "figures") as Look); }}
                       choices={looks.map((value) => ({ value, label: t(`statistics.look.${value}`) }))} />
          {view.look === "outside" && (outside.data ? <Text>{t("statistics.outside.hint")}</Text> : <Waiting for={outside} />)}
          <HiddenNotes floor={floor} of={reasons} />
        </Stack>
      </Section>
      {chosen.map((table) => <IndicatorSection key={table.key} table={table} floor={floor} year={annual.year} />)}
    </TablesViewContext.Provider>
  );
}

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Link, Section, StatusBadge, useFormat } from "../ui";
import { LedgerList } from "./ledger-list";

type Own = Schemas["OwnEntryList"]["items"][number];

/** Of this State's own entries those that wait for the Council or were refused, with what to do. */
function Underway({ entry }: { entry: Own }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(`ledger.own.${entry.kind === "withdrawal" ? "withdrawal" : "tables"}`, { year: entry.year, date: format.dayOf(entry.made_at) });
  return (
    <Section title={title} actions={entry.state === "refused"
      ? <StatusBadge tone="urgent">{t("ledger.own.refused")}</StatusBadge> : <StatusBadge tone="waiting">{t("ledger.own.waiting")}</StatusBadge>}>
      {entry.problem && <Text size="sm">{t(`errors.${entry.problem}`, { ...entry.params, defaultValue: entry.problem })}</Text>}
      {entry.state === "refused" && <Text size="sm"><Link to="/returns">{t("ledger.own.what_to_do")}</Link></Text>}
    </Section>
  );
}

/** The node's copy of the joint ledger. */
export function NodeLedgerPage() {
  const { t } = useTranslation();
  const own = useQuery({ queryKey: ["ledger", "own"], queryFn: () => body(api.GET("/api/ledger/own")) });
  return (
    <LedgerList lead={t("ledger.node_lead")} file="/api/ledger/file"
                fetchPage={(below) => body(api.GET("/api/ledger", { params: { query: { below } } }))}
                check={(from) => body(api.GET("/api/ledger/check", { params: { query: { from } } }))}>
      {own.data?.items.filter(({ state }) => state !== "in_ledger").map((entry) => <Underway key={entry.id} entry={entry} />)}
    </LedgerList>
  );
}

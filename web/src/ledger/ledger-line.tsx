import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useReleaseWords } from "../i18n/release-words";
import { useStateName } from "../i18n/states";
import { Facts, Section, StatusBadge, useFormat } from "../ui";
import classes from "./ledger.module.css";

export type Line = Schemas["LedgerLine"];

function Verified({ line }: { line: Line }) {
  const { t } = useTranslation();
  if (line.verified) return <StatusBadge tone="good">{t("ledger.verified")}</StatusBadge>;
  return (
    <span>
      <StatusBadge tone="urgent">{t("ledger.not_verified")}</StatusBadge>
      {line.problem && <Text size="sm">{t(`errors.${line.problem.key}`, { ...line.problem.params, defaultValue: line.problem.key })}</Text>}
    </span>
  );
}

/** What an entry says, in a sentence. */
function useTitle(line: Line): string {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const from = stateName(line.member);
  if (line.tables) return t(`ledger.title_of.${line.kind}`, { state: from, year: line.tables.year });
  if (line.figure) return t("ledger.title_of.figure", { number: format.number(line.figure.value), states: line.figure.states.map(stateName).join(", ") });
  return t("ledger.title_of.withdrawal", { state: from });
}

/** A return counts some thirty things: their names are one click away. */
function Indicators({ keys }: { keys: string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const names = keys.map(words.indicator).join("; ");
  if (keys.length < 4) return names;
  return <details><summary>{t("ledger.indicators", { number: format.number(keys.length) })}</summary>{names}</details>;
}

const Hash = ({ children }: { children: string }) => <code className={classes.hash}>{children}</code>;

/** One step of the joint ledger. */
export function LedgerLine({ line, children }: { line: Line; children?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const title = useTitle(line);
  const { tables, figure, replaced_by: gone } = line;
  const categories = figure && Object.entries(figure.categories)
    .map(([key, category]) => `${words.dimension(key)}: ${words.category(key, category)}`).join("; ");
  return (
    <Section title={`${format.number(line.position)}. ${title}`} actions={gone && (
      <StatusBadge tone={gone.kind === "withdrawal" ? "warning" : "neutral"}>{t(`ledger.gone.${gone.kind}`, { date: format.dayOf(gone.added_at) })}</StatusBadge>)}>
      {gone && <Text size="sm">{gone.reason}</Text>}
      <Facts of={[
        { label: t("ledger.field.added_at"), value: format.instant(line.added_at) },
        { label: t("ledger.field.signatures"), value: <Verified line={line} /> },
        { label: t("ledger.field.reason"), value: line.reason ?? null },
        { label: t("ledger.field.reference_date"), value: tables ? format.longDate(tables.reference_date) : figure ? format.longDate(figure.reference_date) : null },
        { label: t("ledger.field.tables"), value: tables ? t("ledger.contents", {
          tables: format.number(tables.tables), cells: format.number(tables.cells), hidden: format.number(tables.hidden) }) : null },
        { label: t("ledger.field.indicators"), value: tables ? <Indicators keys={tables.indicators} /> : figure ? words.indicator(figure.definition.indicator) : null },
        { label: t("ledger.field.categories"), value: categories ?? null },
        { label: t("ledger.field.source"), value: figure?.source ?? null },
        { label: t("ledger.field.hash"), value: <Hash>{line.hash}</Hash> },
      ]} />
      {children}
    </Section>
  );
}

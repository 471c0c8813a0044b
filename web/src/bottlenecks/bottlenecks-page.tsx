import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { DataTable, Empty, Page, Section, useFormat, Waiting } from "../ui";
import classes from "./bottlenecks.module.css";

type Row = Schemas["Bottleneck"];
type All = Schemas["Bottlenecks"];

const AT_FIRST = 8; // rows

function useRegionName() {
  const { t, i18n } = useTranslation();
  const language = (i18n.resolvedLanguage ?? "en") as Schemas["Language"];
  const choices = useQuery({
    queryKey: ["choices", language], queryFn: () => body(api.GET("/api/register/choices", { params: { query: { language } } })), staleTime: 5 * 60_000 });
  return (id: string | undefined) => (id ? (choices.data?.regions.find((region) => region.id === id)?.name ?? id) : t("bottlenecks.no_region"));
}

interface TableProps {
  title: string;
  all: All;
  rows: Row[];
  /** The heading of what waits, and its words; left out where all are of one kind. */
  what?: { label: string; name: (code: string) => string };
  /** Whether regions are told apart. */
  byRegion?: boolean;
}

function WaitingTable({ title, all, rows, what, byRegion = false }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  const few = t("bottlenecks.fewer", { count: all.fewest });
  const [whole, setWhole] = useState(false);
  // Where most wait comes first; what is withheld stands last, in no order that could tell it.
  const sorted = rows.map((row, i) => ({ row, i })).sort((a, b) => (b.row.waiting.count ?? 0) - (a.row.waiting.count ?? 0) || a.i - b.i).map(({ row }) => row);
  const shown = whole || sorted.length <= AT_FIRST + 2 ? sorted : sorted.slice(0, AT_FIRST);
  const days = (value: number | undefined) => (value === undefined ? "–" : format.number(value));
  return (
    <Section title={title}>
      <DataTable<Row> caption={t("bottlenecks.table", { what: title })} phone="scroll" rows={shown} rowKey={(row) => `${row.region ?? ""} ${row.what}`}
        empty={<Empty icon="check" title={t("bottlenecks.nothing")} hint={t("bottlenecks.nothing_hint")} />}
        columns={[
          { key: "what", label: what?.label ?? t("people.field.region"), cell: (row: Row) => (
            <>{what ? what.name(row.what) : region(row.region)}{what && byRegion && <span className={classes.region}>{region(row.region)}</span>}</>) },
          { key: "count", label: t("bottlenecks.waiting"), cell: ({ waiting }) => (waiting.count === undefined ? few : format.number(waiting.count)), numeric: true },
          { key: "median", label: t("bottlenecks.median"), cell: ({ waiting }) => days(waiting.median), numeric: true },
          { key: "p90", label: t("bottlenecks.p90"), cell: ({ waiting }) => days(waiting.p90), numeric: true },
        ]} />
      {shown.length < rows.length && (
        <div><Button variant="default" aria-label={`${t("bottlenecks.more", { count: rows.length - shown.length })}: ${title}`} onClick={() => setWhole(true)}>
          {t("bottlenecks.more", { count: rows.length - shown.length })}
        </Button></div>)}
    </Section>
  );
}

/** Where work waits, for whoever steers the programme: counts and days, and no way from them to a person. */
export function BottlenecksPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ["bottlenecks"], queryFn: () => body(api.GET("/api/bottlenecks")) });
  const all = query.data;
  return (
    <Page title={t("bottlenecks.title")} lead={t("bottlenecks.lead")}>
      {!all ? <Waiting for={query} /> : (
        <>
          <p role="note" className={classes.rule}>{t("bottlenecks.rule", { fewest: all.fewest, days: all.fewest_for_days })}</p>
          <WaitingTable title={t("bottlenecks.approvals")} all={all} rows={all.approvals} byRegion
                        what={{ label: t("bottlenecks.decision"), name: (code) => t(`bottlenecks.approval.${code}`) }} />
          <WaitingTable title={t("bottlenecks.registry")} all={all} rows={all.registry}
                        what={{ label: t("bottlenecks.document"), name: (code) => t(`documents.document.${code}`) }} />
          <WaitingTable title={t("bottlenecks.services")} all={all} rows={all.services}
                        what={{ label: t("bottlenecks.service"), name: (code) => t(`services.catalogue.${code}`) }} />
          <WaitingTable title={t("bottlenecks.residential")} all={all} rows={all.residential} byRegion />
          <WaitingTable title={t("bottlenecks.steps")} all={all} rows={all.steps} byRegion
                        what={{ label: t("bottlenecks.step"), name: (code) => t(`people.step.${code}`) }} />
        </>)}
    </Page>
  );
}

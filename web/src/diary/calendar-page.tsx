import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today as thisDay } from "../i18n/dates";
import { Empty, Page, useFormat, useSearchState, Waiting } from "../ui";
import { DayList } from "./day-list";
import classes from "./diary.module.css";
import { monthAfter, weeksOf, type Entry } from "./entries";
import { FeedSection } from "./feed-section";
import { MonthGrid } from "./month-grid";

/** A month one day below the other. Of the running month it begins with today; what is behind comes when asked for. */
function MonthList({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const ahead = entries.filter(({ on }) => on >= today);
  const behind = entries.length - ahead.length;
  const folded = !all && behind > 0 && ahead.length > 0;
  if (entries.length === 0) return <Empty icon="calendar" title={t("diary.empty")} hint={t("diary.empty_hint")} />;
  return (
    <>
      {folded && <div className={classes.behind}><Button variant="default" onClick={() => setAll(true)}>{t("diary.behind", { count: behind })}</Button></div>}
      <DayList entries={folded ? ahead : entries} today={today} />
    </>
  );
}

/** A month of the reader's days: as a list, on a wide window also as a leaf of the wall calendar. */
export function CalendarPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ month: "", view: "" });
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month) ? search.month : thisDay().slice(0, 7);
  const leaf = search.view === "month";
  const days = weeksOf(month).flat();
  const from = days[0] ?? "", to = days.at(-1) ?? "";
  const query = useQuery({ queryKey: ["calendar", from, to], queryFn: () => body(api.GET("/api/calendar", { params: { query: { from, to } } })) });
  const go = (count: number) => setSearch({ ...search, month: monthAfter(month, count) });
  const inMonth = query.data?.items.filter(({ on }) => on.startsWith(month)) ?? [];
  return (
    <Page title={t("diary.title")} lead={t("diary.lead")}>
      <section aria-labelledby="month">
        <div className={classes.bar}>
          <h2 id="month" className={classes.month} aria-live="polite">{format.month(month)}</h2>
          <Button variant="default" px="md" onClick={() => go(-1)}>{t("diary.before")}</Button>
          <Button variant="default" px="md" onClick={() => setSearch({ ...search, month: "" })}>{t("diary.this_month")}</Button>
          <Button variant="default" px="md" onClick={() => go(1)}>{t("diary.after")}</Button>
          <SegmentedControl className={classes.wide} aria-label={t("diary.view")} value={leaf ? "month" : "list"} onChange={(view) => setSearch({ ...search, view: view === "month" ? view : "" })}
                            data={[{ value: "list", label: t("diary.as_list") }, { value: "month", label: t("diary.as_month") }]} />
        </div>
        {!query.data ? <Waiting for={query} /> : (
          <>
            {leaf && <div className={classes.wide}><MonthGrid month={month} entries={query.data.items} today={query.data.today} /></div>}
            <div className={leaf ? classes.narrow : undefined}><MonthList key={month} entries={inMonth} today={query.data.today} /></div>
          </>)}
      </section>
      <FeedSection />
    </Page>
  );
}

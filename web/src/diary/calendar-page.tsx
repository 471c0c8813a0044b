import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today as thisDay } from "../i18n/dates";
import { Empty, Page, Section, useFormat, useSearchState, Waiting } from "../ui";
import { DayList } from "./day-list";
import classes from "./diary.module.css";
import { monthAfter, weeksOf } from "./entries";
import { FeedSection } from "./feed-section";
import { MonthGrid } from "./month-grid";

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
  const list = inMonth.length > 0
    ? <DayList entries={inMonth} today={query.data?.today ?? ""} />
    : <Empty icon="calendar" title={t("diary.empty")} hint={t("diary.empty_hint")} />;
  return (
    <Page title={t("diary.title")} lead={t("diary.lead")}>
      <div className={classes.bar}>
        <h2 className={classes.month} aria-live="polite">{format.month(month)}</h2>
        <Button variant="default" onClick={() => go(-1)}>{t("diary.before")}</Button>
        <Button variant="default" onClick={() => setSearch({ ...search, month: "" })}>{t("diary.this_month")}</Button>
        <Button variant="default" onClick={() => go(1)}>{t("diary.after")}</Button>
        <SegmentedControl className={classes.wide} aria-label={t("diary.view")} value={leaf ? "month" : "list"} onChange={(view) => setSearch({ ...search, view: view === "month" ? view : "" })}
                          data={[{ value: "list", label: t("diary.as_list") }, { value: "month", label: t("diary.as_month") }]} />
      </div>
      {!query.data ? <Waiting for={query} /> : (
        <Section title={t("diary.days")} plain>
          {leaf && <div className={classes.wide}><MonthGrid month={month} entries={query.data.items} today={query.data.today} /></div>}
          <div className={leaf ? classes.narrow : undefined}>{list}</div>
        </Section>)}
      <FeedSection />
    </Page>
  );
}

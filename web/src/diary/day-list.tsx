import { useTranslation } from "react-i18next";
import { Icon, Link, StatusBadge, useFormat } from "../ui";
import lines from "../ui/lines.module.css";
import classes from "./diary.module.css";
import { byDay, wayToEntry, type Entry } from "./entries";
import { ENTRY_ICONS, useEntryWords } from "./entry-words";

function Line({ entry, today }: { entry: Entry; today: string }) {
  const { t } = useTranslation();
  const words = useEntryWords();
  return (
    <li className={lines.line}>
      <span className={lines.mark}><Icon name={ENTRY_ICONS[entry.kind]} /></span>
      <span className={lines.what}>
        <Link {...wayToEntry(entry)} className={lines.way}>{words(entry)}</Link>
        <span className={lines.whom}>{entry.person.name && `${entry.person.name} · `}<span className={lines.code}>{entry.person.code}</span></span>
      </span>
      {entry.done && <StatusBadge tone="good">{t("diary.done")}</StatusBadge>}
      {!entry.done && entry.on < today && <StatusBadge tone="warning">{t("diary.not_done")}</StatusBadge>}
    </li>
  );
}

/** Days one below the other, each with what it holds. `heading`: the level that the days' headings have. */
export function DayList({ entries, today, heading: Heading = "h3" }: { entries: readonly Entry[]; today: string; heading?: "h2" | "h3" }) {
  const { t } = useTranslation();
  const format = useFormat();
  const weekdays = t("common.calendar.weekdays", { returnObjects: true }) as unknown as string[];
  const name = (day: string) => {
    const text = t("diary.day", { weekday: weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()], date: format.longDate(day) });
    return day === today ? t("diary.today", { day: text }) : text;
  };
  return (
    <div className={classes.days}>
      {byDay(entries).map(({ day, entries: held }) => (
        <div key={day}>
          <Heading className={classes.day} data-today={day === today || undefined}>{name(day)}</Heading>
          <ul className={lines.lines} data-ruled>{held.map((entry) => <Line key={`${entry.kind} ${entry.subject_id}`} entry={entry} today={today} />)}</ul>
        </div>))}
    </div>
  );
}

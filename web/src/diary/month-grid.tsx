import { useTranslation } from "react-i18next";
import { Link, useFormat } from "../ui";
import classes from "./diary.module.css";
import { wayToEntry, weeksOf, type Entry } from "./entries";
import { useEntryWords } from "./entry-words";

/** A month as a leaf on the wall: weeks below each other, Monday first. For wide windows. */
export function MonthGrid({ month, entries, today }: { month: string; entries: readonly Entry[]; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEntryWords();
  const [sunday = "", ...weekdays] = t("common.calendar.weekdays", { returnObjects: true }) as unknown as string[];
  return (
    <table className={classes.grid}>
      <caption className={classes.caption}>{format.month(month)}</caption>
      <thead><tr>{[...weekdays, sunday].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} data-today={day === today || undefined} data-other={!day.startsWith(month) || undefined}>
                <span className={classes.number}>{Number(day.slice(8))}</span>
                <ul className={classes.held}>
                  {entries.filter(({ on }) => on === day).map((entry) => (
                    <li key={`${entry.kind} ${entry.subject_id}`}>
                      <Link {...wayToEntry(entry)} size="sm">{words(entry)}{entry.person.name && `: ${entry.person.name}`}</Link>
                    </li>))}
                </ul>
              </td>))}
          </tr>))}
      </tbody>
    </table>
  );
}

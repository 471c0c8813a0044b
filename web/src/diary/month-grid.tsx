import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon, Link, useFormat } from "../ui";
import classes from "./diary.module.css";
import { wayToEntry, weeksOf, type Entry } from "./entries";
import { useEntryWords } from "./entry-words";

const AT_FIRST = 3; // entries of a day; a fourth that is the last one is shown too

/** What one day of the leaf holds. A full day opens up when asked to, so that the weeks stay of one height. */
function Held({ day, entries }: { day: string; entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEntryWords();
  const [all, setAll] = useState(false);
  const shown = all || entries.length <= AT_FIRST + 1 ? entries : entries.slice(0, AT_FIRST);
  const more = entries.length - shown.length;
  return (
    <>
      <ul className={classes.held}>
        {shown.map((entry) => (
          <li key={`${entry.kind} ${entry.subject_id}`}>
            {entry.done && <><span className={classes.tick}><Icon name="check" size={16} /></span><VisuallyHidden>{t("diary.done")}</VisuallyHidden> </>}
            <Link {...wayToEntry(entry)} size="sm">{words(entry)}: {entry.person.name || entry.person.code}</Link>
          </li>))}
      </ul>
      {more > 0 && (
        <button type="button" className={classes.more} aria-label={t("diary.more_on", { count: more, day: format.longDate(day) })} onClick={() => setAll(true)}>
          {t("diary.more", { count: more })}
        </button>)}
    </>
  );
}

/** A month as a leaf on the wall: weeks below each other, Monday first. For wide windows. */
export function MonthGrid({ month, entries, today }: { month: string; entries: readonly Entry[]; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
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
                <Held day={day} entries={entries.filter(({ on }) => on === day)} />
              </td>))}
          </tr>))}
      </tbody>
    </table>
  );
}

import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DayList } from "../diary/parts";
import { useSession } from "../session/session";
import { DataTable, DueBadge, Icon, Link, Section, useFormat, type IconName } from "../ui";
import lines from "../ui/lines.module.css";
import classes from "./home.module.css";

export type Home = Schemas["Home"];

const DAYS_AT_FIRST = 6; // entries

/** Today and the six days after it; of full days the beginning. */
export function NextDays({ home }: { home: Home }) {
  const { t } = useTranslation();
  const { diary } = home;
  const shown = diary.length <= DAYS_AT_FIRST + 2 ? diary : diary.slice(0, DAYS_AT_FIRST);
  const more = diary.length - shown.length;
  return (
    <Section title={t("home.days.title")} actions={<Link to="/calendar">{t("home.days.all")}</Link>}>
      {diary.length > 0 ? <DayList entries={shown} today={home.today} /> : <p className={classes.quiet}>{t("home.days.none")}</p>}
      {more > 0 && <Link to="/calendar">{t("home.days.more", { count: more })}</Link>}
    </Section>
  );
}

/** Who was given to the reader and has no case file yet. */
export function NewArrivals({ home }: { home: Home }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { session } = useSession();
  const { arrivals, arrivals_total: total } = home;
  if (total === 0) return null;
  const more = total - arrivals.length;
  return (
    <Section title={t("home.arrivals.title", { count: total })}>
      <ul className={lines.lines}>
        {arrivals.map(({ person, arrived_on }) => (
          <li key={person.id} className={lines.line}>
            <span className={lines.mark}><Icon name="person" /></span>
            <span className={lines.what}>
              <Link to="/people/$personId" params={{ personId: person.id }} className={lines.way}>{person.name}</Link>
              <span className={lines.whom}>
                <span className={lines.code}>{person.code}</span> · {arrived_on ? t("home.arrivals.arrived", { date: format.date(arrived_on) }) : t("home.arrivals.none_yet")}
              </span>
            </span>
          </li>))}
      </ul>
      {more > 0 && session && <Link to="/people" search={{ worker: session.account.id, step: "none" } as never}>{t("home.arrivals.more", { count: more })}</Link>}
    </Section>
  );
}

type Kind = Home["counts"][number]["kind"];
const WAYS: Record<Exclude<Kind, "residential">, { icon: IconName; to: string; search?: Record<string, string> }> = {
  no_worker: { icon: "person", to: "/assignments" },
  no_case: { icon: "folder", to: "/people", search: { step: "none" } },
  duplicates: { icon: "copies", to: "/duplicates" },
  over_mark: { icon: "alert", to: "/caseload" },
};

const countOf = (home: Home, kind: Kind) => home.counts.find((each) => each.kind === kind)?.count ?? 0;

/** How many there are of each, with the way to them; those of which there is none are left out. */
function Counts({ home, kinds }: { home: Home; kinds: readonly (keyof typeof WAYS)[] }) {
  const { t } = useTranslation();
  const held = kinds.filter((kind) => countOf(home, kind) > 0);
  if (held.length === 0) return null;
  return (
    <ul className={lines.lines}>
      {held.map((kind) => (
        <li key={kind} className={lines.line}>
          <span className={lines.mark}><Icon name={WAYS[kind].icon} /></span>
          <span className={lines.what}>
            <Link to={WAYS[kind].to} search={WAYS[kind].search} className={lines.way}>{t(`home.count.${kind}`, { count: countOf(home, kind) })}</Link>
          </span>
        </li>))}
    </ul>
  );
}

const IN_REGISTER: (keyof typeof WAYS)[] = ["no_worker", "no_case", "duplicates"];

/** What a supervisor watches over: who is new, who is behind, who carries too much, which children's reviews are due. */
export function RegionPart({ home }: { home: Home }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = [...IN_REGISTER, "over_mark"] as const;
  const reviews = countOf(home, "residential");
  const more = home.workers_total - home.workers.length;
  const well = home.workers.length + reviews === 0 && kinds.every((kind) => countOf(home, kind) === 0);
  return (
    <Section title={t("home.region.title")} actions={<Link to="/caseload">{t("home.region.caseload")}</Link>}>
      {well && <p className={classes.quiet}>{t("home.region.well")}</p>}
      <Counts home={home} kinds={kinds} />
      {reviews > 0 && (
        <>
          <h3 className={classes.head}>{t("home.count.residential", { count: reviews })}</h3>
          <ul className={lines.lines}>
            {home.reviews.map(({ person, case_id, due_on }) => (
              <li key={case_id} className={lines.line}>
                <span className={lines.mark}><Icon name="clock" /></span>
                <span className={lines.what}>
                  <Link to="/cases/$caseId/child" params={{ caseId: case_id }} className={lines.way}>{person.name}</Link>
                  <span className={lines.whom}><span className={lines.code}>{person.code}</span></span>
                </span>
                <DueBadge on={due_on} now={home.today} />
              </li>))}
          </ul>
        </>)}
      {home.workers.length > 0 && (
        <DataTable<Home["workers"][number]> caption={t("home.region.overdue_by")} showCaption rows={home.workers} rowKey={({ id }) => id}
          columns={[
            { key: "name", label: t("home.region.worker"), cell: ({ id, name }) => <Link to="/people" search={{ worker: id } as never}>{name}</Link> },
            { key: "overdue", label: t("home.region.overdue"), cell: ({ overdue }) => format.number(overdue), numeric: true },
            { key: "open", label: t("home.region.open_cases"), cell: ({ open_cases }) => format.number(open_cases), numeric: true },
          ]} />)}
      {more > 0 && <Link to="/caseload">{t("home.region.more", { count: more })}</Link>}
    </Section>
  );
}

/** What a coordinator watches over, without names. */
export function ProgrammePart({ home }: { home: Home }) {
  const { t } = useTranslation();
  const well = IN_REGISTER.every((kind) => countOf(home, kind) === 0);
  return (
    <Section title={t("home.programme.title")} actions={<Link to="/bottlenecks">{t("home.programme.bottlenecks")}</Link>}>
      {well && <p className={classes.quiet}>{t("home.programme.well")}</p>}
      <Counts home={home} kinds={IN_REGISTER} />
    </Section>
  );
}

import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DayList } from "../diary/parts";
import { useSession } from "../session/session";
import { DataTable, DueBadge, Icon, Link, Section, useFormat, type IconName } from "../ui";
import classes from "./home.module.css";

export type Home = Schemas["Home"];

/** Today and the six days after it. */
export function NextDays({ home }: { home: Home }) {
  const { t } = useTranslation();
  return (
    <Section title={t("home.days.title")} actions={<Link to="/calendar">{t("home.days.all")}</Link>}>
      {home.diary.length > 0 ? <DayList entries={home.diary} today={home.today} /> : <p className={classes.quiet}>{t("home.days.none")}</p>}
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
      <ul className={classes.tasks}>
        {arrivals.map(({ person, arrived_on }) => (
          <li key={person.id} className={classes.task}>
            <span className={classes.mark}><Icon name="person" /></span>
            <span className={classes.what}>
              <Link to="/people/$personId" params={{ personId: person.id }} className={classes.way}>{person.name}</Link>
              <span className={classes.whom}>
                <span className={classes.code}>{person.code}</span> · {arrived_on ? t("home.arrivals.arrived", { date: format.date(arrived_on) }) : t("home.arrivals.none_yet")}
              </span>
            </span>
          </li>))}
      </ul>
      {more > 0 && session && <Link to="/people" search={{ worker: session.account.id, step: "none" } as never}>{t("home.arrivals.more", { count: more })}</Link>}
    </Section>
  );
}

function Counts({ lines }: { lines: { kind: string; icon: IconName; to: string; text: string }[] }) {
  return (
    <ul className={classes.tasks}>
      {lines.map(({ kind, icon, to, text }) => (
        <li key={kind} className={classes.task}>
          <span className={classes.mark}><Icon name={icon} /></span>
          <span className={classes.what}><Link to={to} className={classes.way}>{text}</Link></span>
        </li>))}
    </ul>
  );
}

/** What a supervisor watches over: who is behind, who carries too much, which children's reviews are due. */
export function RegionPart({ home }: { home: Home }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (kind: Home["counts"][number]["kind"]) => home.counts.find((each) => each.kind === kind)?.count ?? 0;
  const overMark = count("over_mark"), reviews = count("residential");
  const more = home.workers_total - home.workers.length;
  return (
    <Section title={t("home.region.title")} actions={<Link to="/caseload">{t("home.region.caseload")}</Link>}>
      {overMark + reviews + home.workers.length === 0 && <p className={classes.quiet}>{t("home.region.well")}</p>}
      {overMark > 0 && <Counts lines={[{ kind: "over_mark", icon: "alert", to: "/caseload", text: t("home.region.over_mark", { count: overMark }) }]} />}
      {reviews > 0 && (
        <>
          <p className={classes.words}>{t("home.region.residential", { count: reviews })}</p>
          <ul className={classes.tasks}>
            {home.reviews.map(({ person, case_id, due_on }) => (
              <li key={case_id} className={classes.task}>
                <span className={classes.mark}><Icon name="clock" /></span>
                <span className={classes.what}>
                  <Link to="/cases/$caseId/child" params={{ caseId: case_id }} className={classes.way}>{person.name}</Link>
                  <span className={classes.whom}><span className={classes.code}>{person.code}</span></span>
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
  const escalated = home.counts.find(({ kind }) => kind === "escalated")?.count ?? 0;
  return (
    <Section title={t("home.programme.title")} actions={<Link to="/bottlenecks">{t("home.programme.bottlenecks")}</Link>}>
      {escalated > 0
        ? <Counts lines={[{ kind: "escalated", icon: "quote", to: "/complaints", text: t("home.programme.escalated", { count: escalated }) }]} />
        : <p className={classes.quiet}>{t("home.programme.none")}</p>}
    </Section>
  );
}

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { today } from "../i18n/dates";
import { useStateName } from "../i18n/states";
import { MembersDesk } from "../members/desk-part";
import { NoticesPanel } from "../notices/notices-panel";
import { useSession } from "../session/session";
import { ButtonLink, Empty, Icon, Link, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import classes from "./desk.module.css";

const NEW_DAYS = 30;

/** Actions that should have been done. */
function Overdue({ actions }: { actions: Schemas["Action"][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const overdue = actions.filter((action) => action.overdue);
  return (
    <Section title={t("desk.overdue")} actions={overdue.length > 0 && <StatusBadge tone="urgent">{t("desk.overdue_count", { count: overdue.length })}</StatusBadge>}>
      {overdue.length === 0 ? <Empty title={t("desk.nothing_overdue")} icon="check" /> : (
        <ul className={classes.list}>
          {overdue.map(({ id, owner, title, due_on }) => (
            <li key={id}>
              <b>{stateName(owner)}</b>: <Link to="/actions" search={{ owner }}>{title}</Link>
              <Text size="sm" c="dimmed">{t("councilactions.due", { date: format.longDate(due_on) })}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Reports that came back on actions, newest first. */
function Reports({ actions }: { actions: Schemas["Action"][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const reports = actions.flatMap((action) => action.progress.map((progress) => ({ action, progress })))
    .sort((a, b) => b.progress.reported_at.localeCompare(a.progress.reported_at)).slice(0, 5);
  return (
    <Section title={t("desk.reports")}>
      {reports.length === 0 ? <Empty title={t("desk.no_reports")} icon="inbox" /> : (
        <ul className={classes.list}>
          {reports.map(({ action, progress }) => (
            <li key={progress.id}>
              <b>{stateName(action.owner)}</b>: <Link to="/actions" search={{ owner: action.owner }}>{action.title}</Link>
              <Text className={classes.note}>{progress.note}</Text>
              <Text size="sm" c="dimmed">{format.instant(progress.reported_at)} · {t(`councilactions.state.${progress.state}`)}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Returns that came lately, and any whose signature does not hold. */
function NewReturns({ returns }: { returns: Schemas["Return"][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const since = new Date(Date.now() - NEW_DAYS * 86_400_000).toISOString();
  const shown = returns.filter(({ received_at, signature }) => received_at >= since || !signature.verified);
  return (
    <Section title={t("desk.returns", { count: NEW_DAYS })}>
      {shown.length === 0 ? <Empty title={t("desk.no_returns")} icon="inbox" /> : (
        <ul className={classes.list}>
          {shown.map(({ id, state, year, received_at, signature }) => (
            <li key={id}>
              <Link to="/released/$releaseId" params={{ releaseId: id }}>{t("returns.one", { state: stateName(state), year })}</Link>{" "}
              {signature.verified ? <StatusBadge tone="good">{t("returns.verified")}</StatusBadge> : <StatusBadge tone="urgent">{t("returns.not_verified")}</StatusBadge>}
              <Text size="sm" c="dimmed">{t("desk.received", { date: format.instant(received_at) })}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NextSession({ meetings }: { meetings: Schemas["MeetingList"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = meetings.items.filter(({ ends_on, state }) => ends_on >= today() && state === "planned").at(-1);
  return (
    <Section title={t("desk.next_session")} actions={meetings.may_edit &&
      <ButtonLink to="/meetings/new" variant="default" size="sm" leftSection={<Icon name="plus" size={18} />}>{t("meetings.open")}</ButtonLink>}>
      {next ? (
        <div>
          <Link to="/meetings/$sessionId" params={{ sessionId: next.id }}>{next.title}</Link>
          <Text>{[next.place, format.longDate(next.starts_on)].filter(Boolean).join(", ")}</Text>
        </div>
      ) : <Empty title={t("desk.no_session")} icon="calendar" />}
    </Section>
  );
}

/** The first page of who is signed in: what needs attention. */
export function DeskPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const actions = useQuery({ queryKey: ["actions"], queryFn: () => body(api.GET("/api/actions")) });
  const returns = useQuery({ queryKey: ["returns"], queryFn: () => body(api.GET("/api/returns")) });
  const meetings = useQuery({ queryKey: ["meetings"], queryFn: () => body(api.GET("/api/meetings")) });
  return (
    <Page title={t("desk.title")} lead={t("desk.lead", { name: session?.account.name ?? "" })}>
      <NoticesPanel />
      {actions.data ? <Overdue actions={actions.data.items} /> : <Waiting for={actions} />}
      <MembersDesk />
      {returns.data ? <NewReturns returns={returns.data.items} /> : <Waiting for={returns} />}
      {actions.data && <Reports actions={actions.data.items} />}
      {meetings.data ? <NextSession meetings={meetings.data} /> : <Waiting for={meetings} />}
    </Page>
  );
}

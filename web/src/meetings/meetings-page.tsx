import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { today } from "../i18n/dates";
import { useStateName } from "../i18n/states";
import { ButtonLink, DataTable, Empty, Icon, Link, Page, Section, Waiting } from "../ui";
import { meetingsQuery, type MeetingLine } from "./queries";
import { useDays } from "./words";

function MeetingTable({ caption, rows }: { caption: string; rows: MeetingLine[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const days = useDays();
  return (
    <DataTable caption={caption} rows={rows} rowKey={({ id }) => id} columns={[
      { key: "title", label: t("meetings.field.title"), cell: ({ id, title }) => <Link to="/meetings/$sessionId" params={{ sessionId: id }}>{title}</Link> },
      { key: "days", label: t("meetings.field.days"), cell: days },
      { key: "kind", label: t("meetings.field.kind"), cell: ({ kind }) => t(`meetings.kind.${kind}`) },
      { key: "place", label: t("meetings.field.place"), cell: ({ place, host }) => [place, host && stateName(host)].filter(Boolean).join(", ") },
    ]} />
  );
}

/** Sessions of the Council: those to come, and those that were. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const meetings = useQuery(meetingsQuery);
  if (!meetings.data) return <Waiting for={meetings} />;
  const { items, may_edit } = meetings.data;
  const now = today();
  const ahead = items.filter(({ ends_on }) => ends_on >= now).reverse();
  const past = items.filter(({ ends_on }) => ends_on < now);
  const open = may_edit && <ButtonLink to="/meetings/new" leftSection={<Icon name="plus" />}>{t("meetings.open")}</ButtonLink>;
  return (
    <Page title={t("meetings.title")} lead={t("meetings.lead")} actions={open}>
      {items.length === 0 && <Empty title={t("meetings.empty")} hint={t("meetings.empty_hint")} icon="meeting" />}
      {ahead.length > 0 && <Section title={t("meetings.ahead")} plain><MeetingTable caption={t("meetings.ahead")} rows={ahead} /></Section>}
      {past.length > 0 && <Section title={t("meetings.past")} plain><MeetingTable caption={t("meetings.past")} rows={past} /></Section>}
    </Page>
  );
}

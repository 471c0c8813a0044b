import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useList } from "../api/queries";
import { today } from "../i18n/dates";
import { useDays } from "../i18n/days";
import { useTwo } from "../i18n/two";
import { ButtonLink, DataTable, Empty, Icon, Link, Page, Section, SelectField, useSearchState, Waiting } from "../ui";
import { CalendarLink } from "./calendar-link";
import { MEETING_KINDS, nameIn, useLanguage, type MeetingLine } from "./session-queries";
import { MeetingState } from "./session-words";

interface TableProps { caption: string; rows: MeetingLine[]; names: Record<string, string>; more?: Parameters<typeof DataTable>[0]["more"] }

function MeetingTable({ caption, rows, names, more }: TableProps) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  return (
    <DataTable caption={caption} rows={rows} rowKey={({ id }) => id} more={more} columns={[
      { key: "title", label: t("meetings.field.title"), cell: ({ id, title, title_ru }) => <Link to="/meetings/$sessionId" params={{ sessionId: id }}>{two(title, title_ru)}</Link> },
      { key: "days", label: t("meetings.field.days"), cell: days },
      { key: "kind", label: t("meetings.field.kind"), cell: ({ kind }) => t(`meetings.kind.${kind}`) },
      { key: "place", label: t("meetings.field.place"), cell: ({ place, host, mode }) =>
        [mode === "online" ? t("meetings.mode.online") : place, host && nameIn(names, host)].filter(Boolean).join(", ") },
      { key: "state", label: t("meetings.field.state"), cell: (meeting) => <Group gap={4}><MeetingState meeting={meeting} /></Group> },
    ]} />
  );
}

/** Sessions of the Council and events that belong to its work: those to come, and those that were. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useSearchState({ year: "", kind: "" });
  const list = useList(["meetings", "list", language, search], (cursor) => body(api.GET("/api/meetings", {
    params: { query: { limit: 50, cursor, language, year: search.year, kind: search.kind as Schemas["MeetingKind"] | "" } } })));
  const { first, items } = list;
  const now = today();
  const ahead = items.filter(({ ends_on }) => ends_on >= now).reverse();
  const past = items.filter(({ ends_on }) => ends_on < now);
  const names: Record<string, string> = Object.assign({}, ...(list.data?.pages.map((page) => page.names) ?? []));
  const open = first?.may_edit && <ButtonLink to="/meetings/new" leftSection={<Icon name="plus" />}>{t("meetings.open")}</ButtonLink>;
  return (
    <Page title={t("meetings.title")} lead={t("meetings.lead")} actions={open}>
      <Group align="flex-end">
        <SelectField label={t("meetings.year")} unchosen={t("common.all")} value={search.year || null} onChange={(year) => setSearch({ year: year ?? "" })}
                     choices={(first?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))} />
        <SelectField label={t("meetings.field.kind")} unchosen={t("common.all")} value={search.kind || null} onChange={(kind) => setSearch({ kind: kind ?? "" })}
                     choices={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`meetings.kind.${kind}`) }))} />
      </Group>
      {!list.data && <Waiting for={list} />}
      {list.data && items.length === 0 && <Empty title={t("meetings.empty")} hint={t("meetings.empty_hint")} icon="meeting" />}
      {ahead.length > 0 && <Section title={t("meetings.ahead")} plain><MeetingTable caption={t("meetings.ahead")} rows={ahead} names={names} more={past.length === 0 ? list : undefined} /></Section>}
      {past.length > 0 && <Section title={t("meetings.past")} plain><MeetingTable caption={t("meetings.past")} rows={past} names={names} more={list} /></Section>}
      <CalendarLink />
    </Page>
  );
}

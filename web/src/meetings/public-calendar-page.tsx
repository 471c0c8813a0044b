import { Anchor, Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useDays } from "../i18n/days";
import { usePaperLanguage, useTwo } from "../i18n/two";
import { Empty, Link, Page, Section, SelectField, useSearchState, Waiting } from "../ui";
import classes from "./meetings.module.css";
import { byMonth } from "./months";
import { nameIn, useLanguage } from "./session-queries";
import { MeetingState } from "./session-words";

/** What the Council makes public of its sessions, month by month. Open to all. */
export function PublicCalendarPage() {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const language = useLanguage();
  const paper = usePaperLanguage();
  const [search, setSearch] = useSearchState({ year: "" });
  const list = useList(["public", "meetings", language, search], (cursor) => body(api.GET("/api/public/meetings", { params: { query: { limit: 50, cursor, language, year: search.year } } })));
  const names: Record<string, string> = Object.assign({}, ...(list.data?.pages.map((page) => page.names) ?? []));
  return (
    <Page title={t("meetings.public.title")} lead={t("meetings.public.lead")}>
      <Group align="flex-end">
        <SelectField label={t("meetings.year")} unchosen={t("common.all")} value={search.year || null} onChange={(year) => setSearch({ year: year ?? "" })}
                     choices={(list.first?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))} />
        <Anchor href={`/api/public/calendar.ics?language=${paper}`} download>{t("meetings.public.feed")}</Anchor>
      </Group>
      {!list.data && <Waiting for={list} />}
      {list.data && list.items.length === 0 && <Empty title={t("meetings.public.empty")} icon="calendar" />}
      {byMonth(list.items).map(({ month, year, items }) => (
        <Section key={`${year}-${month}`} title={`${t(`common.calendar.months.${month - 1}`)} ${year}`}>
          <ul className={classes.plain}>
            {items.map((meeting) => (
              <li key={meeting.id}>
                <Group gap="xs"><Link to="/calendar/$sessionId" params={{ sessionId: meeting.id }}>{two(meeting.title, meeting.title_ru)}</Link> <MeetingState meeting={meeting} /></Group>
                <Text size="sm" c="dimmed">{[days(meeting), t(`meetings.kind.${meeting.kind}`), meeting.mode === "online" ? t("meetings.mode.online") : meeting.place,
                  meeting.host && nameIn(names, meeting.host)].filter(Boolean).join(" · ")}</Text>
              </li>))}
          </ul>
        </Section>))}
      {list.hasMore && <div><Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>{t("common.more")}</Button></div>}
    </Page>
  );
}

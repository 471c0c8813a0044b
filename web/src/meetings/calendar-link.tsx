import { Code, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { ActionButton, ConfirmDialog, Section, useFormat, Waiting } from "../ui";
import { calendarLinkQuery } from "./session-queries";

/** A feed of the sessions for the reader's own calendar, under a secret address that can be renewed. */
export function CalendarLink() {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useQuery(calendarLinkQuery);
  const renew = useAction(() => body(api.POST("/api/calendar/link")), { refresh: [["calendar-link"]], said: t("common.saved") });
  const end = useAction(() => body(api.DELETE("/api/calendar/link")), { refresh: [["calendar-link"]], said: t("common.saved"), done: () => renew.reset() });
  if (!link.data) return <Waiting for={link} />;
  const { since } = link.data;
  return (
    <Section title={t("meetings.calendar.title")}>
      <Text>{t("meetings.calendar.lead")}</Text>
      {renew.value?.url && (
        <div role="status">
          <Text>{t("meetings.calendar.shown_once")}</Text>
          <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>{renew.value.url}</Code>
        </div>)}
      {since && !renew.value && <Text size="sm" c="dimmed">{t("meetings.calendar.since", { when: format.instant(since) })}</Text>}
      <Group align="flex-start">
        {since
          ? <ConfirmDialog action={renew} button={t("meetings.calendar.renew")} title={t("meetings.calendar.renew")} confirm={t("meetings.calendar.renew")}>{t("meetings.calendar.renew_hint")}</ConfirmDialog>
          : <ActionButton action={renew} variant="default">{t("meetings.calendar.make")}</ActionButton>}
        {since && <ConfirmDialog action={end} button={t("meetings.calendar.end")} title={t("meetings.calendar.end")} confirm={t("meetings.calendar.end")}>{t("meetings.calendar.end_hint")}</ConfirmDialog>}
      </Group>
    </Section>
  );
}

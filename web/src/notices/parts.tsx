import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { ButtonLink, Icon, Link, Section, StatusBadge, useFormat, Waiting } from "../ui";
import classes from "./notices.module.css";
import type { NoticeLine } from "./queries";
import { NoticeState, TlpLabel, UrgencyBadge, useSideName } from "./words";

function Line({ notice, silent = false }: { notice: NoticeLine; silent?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sideName = useSideName();
  return (
    <li className={classes.entry}>
      <Link to="/notices/$noticeId" params={{ noticeId: notice.id }}>{notice.title}</Link>
      <div className={classes.badges}>
        <TlpLabel marking={notice.marking} />
        <UrgencyBadge urgency={notice.urgency} />
        {notice.overdue && <NoticeState notice={notice} />}
        {silent && <StatusBadge tone="urgent">{t("notices.silent_badge", { count: notice.addressed - (notice.acknowledged ?? 0) })}</StatusBadge>}
      </div>
      <Text size="sm" c="dimmed">
        {sideName(notice.sender)} · {t("notices.acknowledge_by", { at: format.instant(notice.acknowledge_by) })}
      </Text>
    </li>
  );
}

/** On the desk: notices to acknowledge, and red ones of one's own that somebody is silent about; nothing when there are none. */
export function NoticesPanel() {
  const { t, i18n: { language } } = useTranslation();
  const desk = useQuery({ queryKey: ["notices", "desk", language], queryFn: () => body(api.GET("/api/notices/desk", { params: { query: { language } } })) });
  if (!desk.data) return <Waiting for={desk} />;
  const { waiting, silent } = desk.data;
  if (waiting.length + silent.length === 0) return null;
  return (
    <Section title={t("notices.desk.title")} actions={
      <ButtonLink to="/notices" variant="default" size="sm" leftSection={<Icon name="alert" size={18} />}>{t("notices.desk.all")}</ButtonLink>}>
      {silent.length > 0 && (
        <>
          <Text fw={600}>{t("notices.desk.silent")}</Text>
          <ul className={classes.list}>{silent.map((notice) => <Line key={notice.id} notice={notice} silent />)}</ul>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <Text fw={600}>{t("notices.desk.waiting")}</Text>
          <ul className={classes.list}>{waiting.map((notice) => <Line key={notice.id} notice={notice} />)}</ul>
        </>
      )}
    </Section>
  );
}

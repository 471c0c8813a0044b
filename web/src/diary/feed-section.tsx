import { Button, Code, Group, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, ConfirmDialog, Section, useFormat, Waiting } from "../ui";
import classes from "./diary.module.css";

/** The days in the reader's own calendar program, under a secret address that can be renewed and ended. */
export function FeedSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const feed = useQuery({ queryKey: ["calendar-feed"], queryFn: () => body(api.GET("/api/calendar/feed")) });
  const renew = useAction(() => body(api.POST("/api/calendar/feed")), { refresh: [["calendar-feed"]], said: t("common.saved") });
  const end = useAction(() => body(api.DELETE("/api/calendar/feed")), { refresh: [["calendar-feed"]], said: t("common.saved"), done: () => renew.reset() });
  const clipboard = useClipboard({ timeout: 4000 });
  const address = renew.value?.url ? new URL(renew.value.url, window.location.origin).href : "";
  if (!feed.data) return <Waiting for={feed} />;
  const { since } = feed.data;
  return (
    <Section title={t("diary.feed.title")}>
      <Text>{t("diary.feed.lead")}</Text>
      {address && (
        <div role="status">
          <Text>{t("diary.feed.shown_once")}</Text>
          <Code block className={classes.secret}>{address}</Code>
          {/* A browser lends its clipboard over a safe line only. */}
          {window.isSecureContext && (
            <Button variant="default" mt="xs" onClick={() => clipboard.copy(address)}>{t(clipboard.copied ? "diary.feed.copied" : "diary.feed.copy")}</Button>)}
        </div>)}
      {since && !renew.value && <Text size="sm" c="dimmed">{t("diary.feed.since", { when: format.instant(since) })}</Text>}
      <Group align="flex-start">
        {since
          ? <ConfirmDialog action={renew} button={t("diary.feed.renew")} title={t("diary.feed.renew")} confirm={t("diary.feed.renew")}>{t("diary.feed.renew_hint")}</ConfirmDialog>
          : <ActionButton action={renew} variant="default">{t("diary.feed.make")}</ActionButton>}
        {since && <ConfirmDialog action={end} button={t("diary.feed.end")} title={t("diary.feed.end")} confirm={t("diary.feed.end")}>{t("diary.feed.end_hint")}</ConfirmDialog>}
      </Group>
    </Section>
  );
}

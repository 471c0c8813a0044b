import { Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { ActionButton, Empty, Form, Opening, Section, StatusBadge, TextArea, useFormat } from "../ui";
import { Files } from "./meeting-steps";
import classes from "./meetings.module.css";
import { useSessionAction, type Meeting } from "./session-queries";

interface Texts { text_en: string; text_ru: string }

function useWrite(meeting: Meeting, publish: boolean, done?: () => void) {
  return useSessionAction((texts: Texts) => body(api.PUT("/api/meetings/{session_id}/summary", {
    params: { path: { session_id: meeting.id } }, body: { ...texts, version: meeting.version, publish } })), done);
}

function Write({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const { text_en = "", text_ru = "" } = meeting.summary ?? {};
  const form = useForm<Texts>({ initialValues: { text_en, text_ru } });
  // What is out stays out when it is corrected; a visit's report goes back to its check first.
  const save = useWrite(meeting, Boolean(meeting.summary?.published_at) && meeting.kind !== "site_visit", close);
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("meetings.summary.text_en")} lang="en" limit={40000} minRows={6} {...form.getInputProps("text_en")} />
        <TextArea label={t("meetings.summary.text_ru")} lang="ru" limit={40000} minRows={6} {...form.getInputProps("text_ru")} />
      </SimpleGrid>
    </Form>
  );
}

/** What came of it, in short; of a site visit, its report. A draft is seen by the secretariat alone. */
export function SummaryPart({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const { summary } = meeting;
  const publish = useWrite(meeting, true);
  const text = summary ? two(summary.text_en, summary.text_ru) : "";
  const title = meeting.kind === "site_visit" ? t("meetings.summary.report") : t("meetings.summary.title");
  if (!text && !meeting.allows.edit) return null;
  return (
    <Section title={title} actions={text && (
      <Group>
        {summary?.published_at
          ? <Text size="sm" c="dimmed">{t("meetings.summary.published", { when: format.longDate(summary.published_at.slice(0, 10)) })}</Text>
          : <StatusBadge tone="waiting">{t("meetings.summary.draft")}</StatusBadge>}
        <Files meeting={meeting} what="summary" label={t("meetings.paper.summary")} />
      </Group>)}>
      {text ? <Text className={classes.text}>{text}</Text> : <Empty title={t("meetings.summary.none")} icon="file" />}
      {meeting.allows.edit && (
        <Group align="flex-start">
          <Opening label={t("meetings.summary.write")} variant="default">{(close) => <Write meeting={meeting} close={close} />}</Opening>
          {summary && text && !summary.published_at && meeting.state === "held" && (
            <ActionButton action={{ ...publish, run: () => publish.run({ text_en: summary.text_en, text_ru: summary.text_ru }) }}>{t("meetings.summary.publish")}</ActionButton>)}
        </Group>)}
    </Section>
  );
}

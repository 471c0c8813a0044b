import { Anchor, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { ConfirmDialog, Form, Opening, Section, TextField } from "../ui";
import { BodyField } from "./body-field";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type Meeting } from "./session-queries";

interface Draft { body: string | null; name: string; source: string; source_url: string }

function AddSource({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { body: null, name: "", source: "", source_url: "" } });
  const add = useSessionAction(({ body: who, ...rest }: Draft) => body(api.POST("/api/meetings/{session_id}/sources", {
    params: { path: { session_id: meeting.id } }, body: { ...rest, body: who ?? "" } })), close);
  return (
    <Form form={form} action={add} submit={t("meetings.source.add")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("meetings.source.source")} required maxLength={300} {...form.getInputProps("source")} />
        <TextField label={t("meetings.source.url")} maxLength={1000} {...form.getInputProps("source_url")} />
        <TextField label={t("meetings.source.name")} description={t("meetings.source.name_hint")} maxLength={300} {...form.getInputProps("name")} />
        <BodyField label={t("meetings.source.body")} unchosen={t("common.none")} {...form.getInputProps("body")} />
      </SimpleGrid>
    </Form>
  );
}

function Source({ meeting, source }: { meeting: Meeting; source: Schemas["MeetingSource"] }) {
  const { t } = useTranslation();
  const remove = useSessionAction(() => body(api.DELETE("/api/meetings/{session_id}/sources/{source_id}", {
    params: { path: { session_id: meeting.id, source_id: source.id } } })));
  const who = source.body ? nameIn(meeting.names, source.body) : "";
  return (
    <li>
      {source.name && <Text>{who ? t("meetings.source.calls_by", { name: source.name, who }) : t("meetings.source.calls", { name: source.name })}</Text>}
      <Text size="sm" c={source.name ? "dimmed" : undefined}>
        {source.source_url ? <Anchor href={source.source_url} rel="noreferrer" target="_blank" inherit>{source.source}</Anchor> : source.source}
      </Text>
      {meeting.allows.edit && <ConfirmDialog action={remove} button={t("common.remove")} title={t("meetings.source.remove")} confirm={t("common.remove")} danger
        buttonProps={{ size: "xs", "aria-label": t("meetings.source.remove_named", { source: source.source }) } as object}>{source.source}</ConfirmDialog>}
    </li>
  );
}

/** What sources say of the session, and how they call it: they disagree. */
export function Sources({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  if (meeting.sources.length === 0 && !meeting.allows.edit) return null;
  return (
    <Section title={t("meetings.source.title")}>
      {meeting.sources.length === 0
        ? <Text c="dimmed">{t("meetings.source.none")}</Text>
        : <ul className={classes.plain}>{meeting.sources.map((source) => <Source key={source.id} meeting={meeting} source={source} />)}</ul>}
      {meeting.allows.edit && <Opening label={t("meetings.source.add")} variant="default">{(close) => <AddSource meeting={meeting} close={close} />}</Opening>}
    </Section>
  );
}

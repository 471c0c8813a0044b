import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { ButtonLink, CheckField, DateField, Empty, Form, Page, Section, SelectField, TextArea, TextField, Waiting } from "../ui";
import { lawQuery, type LawEntry, type Topic } from "./queries";

const KINDS = ["constitution", "code", "law", "decree", "resolution", "strategy", "programme", "procedure", "treaty"] as const;
type Input = Schemas["LawInput"];
interface Draft extends Omit<Input, "in_force_from" | "in_force_to" | "topic" | "state"> {
  state: string | null; topic: Topic | null; in_force_from: string | null; in_force_to: string | null;
}

const EMPTY: Draft = { state: null, topic: null, kind: "law", instrument: "", article: "", summary_en: "", summary_ru: "", unofficial: true,
  in_force_from: null, in_force_to: null, official_link: "", source: "", is_public: true };

const inputOf = ({ state, topic, in_force_from, in_force_to, ...rest }: Draft): Input => ({ ...rest, state: state ?? "", topic: topic ?? "other",
  ...(in_force_from ? { in_force_from } : {}), ...(in_force_to ? { in_force_to } : {}) });

function draftOf({ id: _id, allows: _allows, ...entry }: LawEntry): Draft {
  return { ...entry, in_force_from: entry.in_force_from ?? null, in_force_to: entry.in_force_to ?? null };
}

function LawForm({ before, states }: { before?: LawEntry; states: string[] }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const stateName = useStateName();
  const navigate = useNavigate();
  const form = useForm<Draft>({ initialValues: before ? draftOf(before) : { ...EMPTY, state: states.length === 1 ? states[0] ?? null : null } });
  const save = useAction((draft: Draft) => body(before
    ? api.PUT("/api/law/{law_id}", { params: { path: { law_id: before.id } }, body: inputOf(draft) })
    : api.POST("/api/law", { body: inputOf(draft) })), {
    refresh: [["law"]], said: t("common.saved"), done: ({ topic }) => navigate({ to: "/law", search: { topic } } as never) });
  return (
    <Form form={form} action={save} submit={t("common.save")} beside={<ButtonLink to="/law" variant="default">{t("common.cancel")}</ButtonLink>}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <SelectField label={t("law.field.state")} required choices={states.map((value) => ({ value, label: stateName(value) }))} {...form.getInputProps("state")} />
        <SelectField label={t("law.field.topic")} required choices={topics} {...form.getInputProps("topic")} />
        <SelectField label={t("law.field.kind")} unchosen={null} required choices={KINDS.map((value) => ({ value, label: t(`law.kind.${value}`) }))} {...form.getInputProps("kind")} />
      </SimpleGrid>
      <TextField label={t("law.field.instrument")} description={t("law.field.instrument_hint")} required maxLength={500} {...form.getInputProps("instrument")} />
      <TextField label={t("law.field.article")} maxLength={200} {...form.getInputProps("article")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t("law.field.in_force_from")} description={t("law.field.in_force_from_hint")} {...form.getInputProps("in_force_from")} />
        <DateField label={t("law.field.in_force_to")} description={t("law.field.in_force_to_hint")} {...form.getInputProps("in_force_to")} />
        <TextArea label={t("law.field.summary_en")} description={t("law.field.summary_hint")} required limit={4000} {...form.getInputProps("summary_en")} />
        <TextArea label={t("law.field.summary_ru")} limit={4000} {...form.getInputProps("summary_ru")} />
      </SimpleGrid>
      <CheckField label={t("law.field.unofficial")} {...form.getInputProps("unofficial", { type: "checkbox" })} />
      <TextField label={t("law.field.official_link")} type="url" inputMode="url" maxLength={1000} {...form.getInputProps("official_link")} />
      <TextField label={t("law.field.source")} required maxLength={500} {...form.getInputProps("source")} />
      <CheckField label={t("law.field.is_public")} {...form.getInputProps("is_public", { type: "checkbox" })} />
    </Form>
  );
}

function Editor({ lawId }: { lawId?: string }) {
  const { t } = useTranslation();
  const query = useQuery(lawQuery("", true));
  if (!query.data) return <Waiting for={query} />;
  const before = query.data.items.find(({ id }) => id === lawId);
  return (
    <Page title={lawId ? t("law.change_title") : t("law.add")} lead={t("law.edit_lead")} breadcrumbs={[{ to: "/law", label: t("law.nav") }]}>
      {lawId && !before ? <Empty title={t("errors.law.not_found")} icon="alert" />
        : <Section title={t("law.entry")}><LawForm key={before?.version ?? 0} before={before} states={query.data.may_edit} /></Section>}
    </Page>
  );
}

/** Adds what one State's law says on a topic. */
export function NewLawPage() {
  return <Editor />;
}

/** Changes an entry. */
export function EditLawPage({ lawId }: { lawId: string }) {
  return <Editor lawId={lawId} />;
}

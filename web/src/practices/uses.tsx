import { Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { Form, Opening, PartialDateField, Section, SelectField, StatusBadge, TextArea, TextField, useFormat, type Tone } from "../ui";
import classes from "./practices.module.css";
import { steps, usePracticeAction, type Practice } from "./queries";
import { OUTCOMES } from "./template";

type Use = Schemas["PracticeUse"];
type Outcome = Schemas["PracticeOutcomeCode"];
const TONES: Record<Outcome, Tone> = { worked: "good", partly: "info", did_not: "warning", too_early: "waiting" };

function useOutcomeChoices() {
  const { t } = useTranslation();
  return OUTCOMES.map((outcome) => ({ value: outcome, label: t(`practices.use.outcome_of.${outcome}`) }));
}

function RecordUse({ practice, close }: { practice: Practice; close: () => void }) {
  const { t } = useTranslation();
  const choices = useOutcomeChoices();
  const record = usePracticeAction(steps(practice.id).recordUse, { said: t("common.saved"), done: close });
  const form = useForm<Schemas["PracticeUseInput"]>({ initialValues: { place: "", since: "", changed: "", outcome: "too_early", note: "" } });
  return (
    <Form form={form} action={record} submit={t("practices.use.record")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("practices.use.place")} required maxLength={300} {...form.getInputProps("place")} />
        <PartialDateField label={t("practices.use.since")} required {...form.getInputProps("since")} />
      </SimpleGrid>
      <TextArea label={t("practices.use.changed")} required limit={4000} {...form.getInputProps("changed")} />
      <SelectField label={t("practices.use.outcome")} unchosen={null} required choices={choices} {...form.getInputProps("outcome")} />
      <TextArea label={t("practices.use.note")} required limit={4000} {...form.getInputProps("note")} />
    </Form>
  );
}

function UpdateUse({ use, close }: { use: Use; close: () => void }) {
  const { t } = useTranslation();
  const choices = useOutcomeChoices();
  const form = useForm({ initialValues: { version: use.version, outcome: use.outcomes.at(-1)?.outcome ?? "too_early", note: "" } });
  const update = usePracticeAction((values: { version: number; outcome: Outcome; note: string }) =>
    body(api.POST("/api/practice-uses/{use_id}/outcome", { params: { path: { use_id: use.id } }, body: values })), { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={update} submit={t("common.save")} close={close}>
      <SelectField label={t("practices.use.outcome")} unchosen={null} required choices={choices} {...form.getInputProps("outcome")} />
      <TextArea label={t("practices.use.note")} required limit={4000} {...form.getInputProps("note")} />
    </Form>
  );
}

function UseCard({ use }: { use: Use }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const last = use.outcomes.at(-1);
  return (
    <article className={classes.part} aria-label={stateName(use.state)}>
      <Group gap="sm"><h3>{stateName(use.state)}</h3>{last && <StatusBadge tone={TONES[last.outcome]}>{t(`practices.use.outcome_of.${last.outcome}`)}</StatusBadge>}</Group>
      <Text size="sm" c="dimmed">{t("practices.use.in_since", { place: use.place, since: format.partialDate(use.since) })}, {t("practices.use.edition", { edition: use.edition })}</Text>
      <dl className={classes.marks}>
        <div><dt>{t("practices.use.changed")}</dt><dd>{use.changed}</dd></div>
        {[...use.outcomes].reverse().map(({ outcome, note, said_at }) => (
          <div key={said_at}><dt>{t("practices.use.said", { when: format.dayOf(said_at), outcome: t(`practices.use.outcome_of.${outcome}`) })}</dt><dd>{note}</dd></div>))}
      </dl>
      {use.may_update && <Opening label={t("practices.use.update")} variant="default">{(close) => <UpdateUse use={use} close={close} />}</Opening>}
    </article>
  );
}

/** States that took it up, where, since when, what they changed, and what came of it. */
export function Uses({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  if (practice.uses.length === 0 && practice.stage !== "published") return null;
  return (
    <Section title={t("practices.use.title")}>
      {practice.uses.length === 0 && <Text c="dimmed">{t("practices.use.none")}</Text>}
      {practice.uses.map((use) => <UseCard key={use.id} use={use} />)}
      {practice.allows.record_use && <Opening label={t("practices.use.record")}>{(close) => <RecordUse practice={practice} close={close} />}</Opening>}
    </Section>
  );
}

import { Checkbox, Group, SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem";
import type { Action } from "../api/queries";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import { useTwo } from "../i18n/two";
import { ButtonLink, CheckField, Form, SelectField, TextArea, TextField, type Choice } from "../ui";
import { CommitmentFields } from "./commitment-fields";
import { draftOf, inputOf, rebase, type Draft, type DraftInput } from "./draft";
import { MeanwhileNotice, Theirs, type Meanwhile } from "./meanwhile";
import { adoptedQuery, decisionQuery, meetingsQuery, type Decision } from "./queries";

type DraftForms = ReturnType<typeof useForm<Draft>>;

const withChosen = (choices: Choice[], chosen: Choice | undefined): Choice[] =>
  (!chosen || choices.some(({ value }) => value === chosen.value) ? choices : [...choices, chosen]);

function Links({ form, decision, meanwhile }: { form: DraftForms; decision: Decision | undefined; meanwhile: Meanwhile | null }) {
  const { t } = useTranslation();
  const two = useTwo();
  const meetings = useQuery(meetingsQuery).data?.items ?? [];
  const adopted = useQuery(adoptedQuery).data?.items ?? [];
  const numbered = ({ id, number, title }: { id: string; number: string; title: string }): Choice => ({ value: id, label: t("decisions.numbered", { number, title }) });
  // What is chosen already stays a choice, however old it is.
  const sessions = withChosen(meetings.map(({ id, title, title_ru }) => ({ value: id, label: two(title, title_ru) })), decision?.session_id ? { value: decision.session_id, label: decision.session_title } : undefined);
  const before = decision?.supersedes[0];
  const superseded = withChosen(adopted.filter(({ id }) => id !== decision?.id).map(numbered), before && numbered(before));
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("decisions.field.session")} unchosen={t("decisions.field.no_session")} {...form.getInputProps("session_id")}
                     choices={sessions} />
        <SelectField label={t("decisions.field.supersedes")} unchosen={t("decisions.field.no_supersedes")} {...form.getInputProps("supersedes")}
                     choices={superseded} />
        <CommitmentFields before={decision?.commitment} value={form.values.commitment_id} onChange={(id) => form.setFieldValue("commitment_id", id)} error={form.errors.commitment_id} />
      </SimpleGrid>
      {(["session_id", "supersedes", "commitment_id"] as const).map((place) => <Theirs key={place} place={place} meanwhile={meanwhile} form={form} />)}
    </>
  );
}

/** Where a colleague saved first: fetches theirs and puts what was typed on it. Nothing typed is lost. */
function useMeanwhile(form: DraftForms, problem: Problem | null, begun: Decision | undefined) {
  const client = useQueryClient();
  const [base, setBase] = useState(begun);
  const [met, setMet] = useState<{ problem: Problem; meanwhile: Meanwhile } | null>(null);
  useEffect(() => {
    if (problem?.key !== "decision.changed" || !base) return;
    void client.fetchQuery({ ...decisionQuery(base.id), staleTime: 0 }).then(({ decision: theirs }) => {
      const rebased = rebase(draftOf(base), form.getValues(), draftOf(theirs));
      form.setValues(rebased.draft);
      setBase(theirs);
      setMet({ problem, meanwhile: { ...rebased, theirs } });
    }, () => undefined); // Then the problem itself stays in sight, and the next try asks again.
    // Only a new problem counts: the version below changes with it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);
  return { base, meanwhile: met?.meanwhile ?? null, problem: met && met.problem === problem ? null : problem };
}

interface DraftFormProps {
  decision?: Decision;
  /** `version` is the one that what was typed stands on. */
  action: Action<{ input: DraftInput; version: number }>;
  /** Where "Cancel" leads. */
  back: { to: string; params?: Record<string, string> };
}

/** The text in the agreed languages side by side, and what it hangs on. */
export function DraftForm({ decision, action, back }: DraftFormProps) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: draftOf(decision) });
  const { base, meanwhile, problem } = useMeanwhile(form, action.problem, decision);
  const agreed = SPOKEN_LANGUAGES.filter((language) => form.values.languages.includes(language) || meanwhile?.clashes.some(({ place }) => place === `texts.${language}`));
  const save: Action<Draft> = { ...action, problem, run: (draft) => action.run({ input: inputOf(draft, base), version: base?.version ?? 1 }) };
  return (
    <Form form={form} action={save} submit={t("decisions.save_draft")} beside={<ButtonLink {...back} variant="default">{t("common.cancel")}</ButtonLink>}>
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} />}
      <TextField label={t("decisions.field.title")} description={t("decisions.field.title_hint")} required maxLength={300} {...form.getInputProps("title")} />
      <Theirs place="title" meanwhile={meanwhile} form={form} />
      <Checkbox.Group label={t("decisions.field.languages")} description={t("decisions.texts_hint")} {...form.getInputProps("languages")}>
        <Group mt="xs">{SPOKEN_LANGUAGES.map((language) => <Checkbox key={language} value={language} label={t(`common.language_name.${language}`)} />)}</Group>
      </Checkbox.Group>
      <Theirs place="languages" meanwhile={meanwhile} form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {agreed.map((language) => (
          <div key={language}>
            <TextArea label={t(`decisions.text_language.${language}`)} lang={language} limit={20_000} minRows={6} {...form.getInputProps(`texts.${language}`)} />
            <Theirs place={`texts.${language}`} meanwhile={meanwhile} form={form} />
          </div>))}
      </SimpleGrid>
      <Links form={form} decision={base} meanwhile={meanwhile} />
      <CheckField label={t("decisions.field.open_to_all")} {...form.getInputProps("open_to_all", { type: "checkbox" })} />
      <Theirs place="open_to_all" meanwhile={meanwhile} form={form} />
    </Form>
  );
}

import { Alert, Checkbox, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Problem, problemText } from "../api/problem";
import { useAction } from "../api/queries";
import { newRequestId } from "../api/request-id";
import { ActionButton, DateField, Form, Icon, Link, ProblemNotice, SelectField, TextArea, TextField } from "../ui";
import type { LetterInput, LetterPreview, LetterTemplate } from "./casepapers-data";
import { LetterPaper } from "./letter-paper";
import { useTemplateWords } from "./template-words";

interface Filled {
  template: string | null;
  language: string | null;
  choices: string[];
  receiver: string;
  meeting_on: string | null;
  meeting_time: string;
  meeting_place: string;
  note: string;
}

const EMPTY: Filled = { template: null, language: null, choices: [], receiver: "", meeting_on: null, meeting_time: "", meeting_place: "", note: "" };
const ANSWERS = ["receiver", "meeting_on", "meeting_time", "meeting_place", "note"] as const;

function inputOf(filled: Filled, template: LetterTemplate | undefined, requestId: string): LetterInput {
  const answers: Record<string, string> = {};
  for (const ask of ANSWERS) {
    const answer = filled[ask];
    if (template?.asks.includes(ask) && answer) answers[ask] = answer;
  }
  return { request_id: requestId, template_code: filled.template ?? "", language: filled.language ?? "", answers, choices: template?.asks.includes("choices") ? filled.choices : [] };
}

/** Why a letter to others cannot go out yet, and where that is settled. */
function NotYet({ caseId, why }: { caseId: string; why: string }) {
  const { t } = useTranslation();
  return (
    <Alert role="status" icon={<Icon name="alert" />} title={t("casepapers.letters.not_yet")}>
      <Text>{problemText(t, new Problem(409, why))}</Text>
      <Link to="/cases/$caseId/sharing" params={{ caseId }}>{t("casepapers.letters.to_sharing")}</Link>
    </Alert>
  );
}

/** Choose, see, make. Nothing is kept before the last step. */
export function MakeLetter({ caseId, templates, close }: { caseId: string; templates: LetterTemplate[]; close: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useTemplateWords();
  const [requestId] = useState(() => newRequestId());
  const [seen, setSeen] = useState<{ preview: LetterPreview; input: LetterInput } | null>(null);
  const form = useForm<Filled>({ initialValues: EMPTY, onValuesChange: () => setSeen(null) });
  const template = templates.find(({ code }) => code === form.values.template);
  const asks = (ask: LetterTemplate["asks"][number]) => template?.asks.includes(ask) ?? false;
  const path = { path: { case_id: caseId } };
  const see = useAction(async (filled: Filled) => {
    const input = inputOf(filled, template, requestId);
    const preview = await body(api.POST("/api/cases/{case_id}/letters/preview", { params: path, body: input }));
    setSeen({ preview, input });
    return preview;
  });
  const make = useAction(() => body(api.POST("/api/cases/{case_id}/letters", { params: path, body: seen?.input ?? inputOf(form.values, template, requestId) })),
    { refresh: [["cases", caseId]], said: t("casepapers.letters.made"), done: () => { form.resetDirty(); close(); } });
  const choose = (code: string | null) => {
    see.reset();
    const languages = Object.keys(templates.find((each) => each.code === code)?.texts ?? {});
    form.setValues({ template: code, language: languages.includes(i18n.language) ? i18n.language : languages[0] ?? null, choices: [] });
  };
  return (
    <Stack>
      <Form form={form} action={see as never} submit={t("casepapers.letters.see")} close={close}>
        <SelectField label={t("casepapers.letters.which")} required choices={templates.map((each) => ({ value: each.code, label: words(each).title }))}
                     {...form.getInputProps("template")} onChange={choose} />
        {template && (
          <>
            <Text size="sm">{words(template).hint}</Text>
            <SelectField label={t("casepapers.letters.language")} required unchosen={null} choices={Object.keys(template.texts).map((value) => ({ value, label: t(`common.language_name.${value}`) }))} {...form.getInputProps("language")} />
            {template.unchecked.includes(form.values.language ?? "") && <Text size="sm" role="status">{t("casepapers.letters.unchecked")}</Text>}
          </>)}
        {asks("receiver") && <TextField label={t("casepapers.letters.receiver")} description={t("casepapers.letters.receiver_hint")} required maxLength={200} {...form.getInputProps("receiver")} />}
        {asks("choices") && template && (
          <Checkbox.Group label={t(`casepapers.letters.choices_of.${template.code}`, { defaultValue: t("casepapers.letters.choices") })} withAsterisk {...form.getInputProps("choices")}>
            <Stack gap="xs" mt="xs">{Object.entries(words(template).choices).map(([value, label]) => <Checkbox key={value} value={value} label={label} size="md" />)}</Stack>
          </Checkbox.Group>)}
        {asks("meeting_on") && <DateField label={t("casepapers.letters.meeting_on")} required {...form.getInputProps("meeting_on")} />}
        {asks("meeting_time") && <TextField label={t("casepapers.letters.meeting_time")} required maxLength={60} {...form.getInputProps("meeting_time")} />}
        {asks("meeting_place") && <TextField label={t("casepapers.letters.meeting_place")} required maxLength={200} {...form.getInputProps("meeting_place")} />}
        {asks("note") && <TextArea label={t("casepapers.letters.note")} description={t("casepapers.letters.note_hint")} limit={1000} {...form.getInputProps("note")} />}
      </Form>
      {seen && (
        <>
          <LetterPaper preview={seen.preview} />
          {seen.preview.not_shared
            ? <NotYet caseId={caseId} why={seen.preview.not_shared} />
            : <div><ActionButton action={make}>{t("casepapers.letters.make_this")}</ActionButton></div>}
          {make.problem && <ProblemNotice problem={make.problem} />}
        </>)}
    </Stack>
  );
}

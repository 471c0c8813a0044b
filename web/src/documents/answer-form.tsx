import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import type { Action } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, RadioField, TextArea, TextField } from "../ui";
import { given } from "./documents-data";

export type Answer = Schemas["DocumentAnswerInput"];

interface Draft {
  to: string | null;
  words: string;
  number: string;
  issued_on: string | null;
}

interface AnswerFormProps {
  request: { version: number; state: string };
  action: Action<Answer>;
  close?: () => void;
}

const NEEDS_WORDS = ["more_needed", "refused"];

/** What became of a request: taken up, more is needed, issued, refused. */
export function AnswerForm({ request, action, close }: AnswerFormProps) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { to: request.state === "asked" ? "taken" : null, words: "", number: "", issued_on: today() } });
  const { to } = form.values;
  const answers = [...(request.state === "asked" ? ["taken"] : []), "more_needed", "issued", "refused"];
  const send: Action<Draft> = {
    ...action,
    run: (draft) => action.run({
      version: request.version, to: (draft.to ?? "taken") as Answer["to"], words: given(draft.words),
      ...(draft.to === "issued" ? { number: given(draft.number), issued_on: draft.issued_on ?? undefined } : {}),
    }),
  };
  return (
    <Form form={form} action={send} submit={t("documents.answer.submit")} close={close}>
      <RadioField label={t("documents.answer.what")} required {...form.getInputProps("to")}
                  choices={answers.map((answer) => ({ value: answer, label: t(`documents.answer.${answer}`) }))} />
      {to === "issued" && <TextField label={t("documents.answer.number")} maxLength={120} {...form.getInputProps("number")} />}
      {to === "issued" && <DateField label={t("documents.answer.issued_on")} required max={today()} {...form.getInputProps("issued_on")} />}
      {to !== null && to !== "taken" && (
        <TextArea label={t(`documents.answer.words.${to}`)} required={NEEDS_WORDS.includes(to)} minRows={2} limit={2000} {...form.getInputProps("words")} />)}
    </Form>
  );
}

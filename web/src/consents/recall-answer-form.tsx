import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Action } from "../api/queries";
import { Form, RadioField, TextArea } from "../ui";
import { given } from "./consents-data";

type Answer = "returned" | "destroyed" | "kept_by_law";
const ANSWERS: Answer[] = ["destroyed", "returned", "kept_by_law"];

interface Draft {
  answer: string | null;
  words: string;
}

/** What became of what a receiver had. */
export function RecallAnswerForm({ action, close }: { action: Action<{ answer: Answer; words?: string }>; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { answer: null, words: "" } });
  const send: Action<Draft> = {
    ...action,
    run: async (draft) => {
      const worked = await action.run({ answer: (draft.answer ?? "destroyed") as Answer, words: given(draft.words) });
      if (worked) close();
      return worked;
    },
  };
  const kept = form.values.answer === "kept_by_law";
  return (
    <Form form={form} action={send} submit={t("common.save")} close={close}>
      <RadioField label={t("consents.recall.what_became")} required {...form.getInputProps("answer")}
                  choices={ANSWERS.map((answer) => ({ value: answer, label: t(`consents.recall.answer.${answer}`) }))} />
      <TextArea label={t(kept ? "consents.recall.which_law" : "consents.recall.words")} required={kept} minRows={1} limit={2000} {...form.getInputProps("words")} />
    </Form>
  );
}

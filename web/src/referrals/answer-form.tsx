import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Form, SelectField, TextArea } from "../ui";

const REASONS = ["no_place", "not_for_us", "documents_missing", "did_not_come", "other"] as const;
const RESULTS = ["given", "given_in_part", "did_not_come", "ended_early"] as const;

interface Answer {
  code: string | null;
  words: string;
}

/** Refuses with a reason, or says what was done. */
export function AnswerForm({ referral, answer, refresh, close }: {
  referral: { id: string; version: number }; answer: "refuse" | "done"; refresh: readonly string[][]; close: () => void;
}) {
  const { t } = useTranslation();
  const form = useForm<Answer>({ initialValues: { code: null, words: "" } });
  const send = useAction(({ code, words }: Answer) => body(api.POST("/api/referrals/{referral_id}/answer", {
    params: { path: { referral_id: referral.id } },
    body: { version: referral.version, answer, code: code ?? "", ...(words.trim() && { words: words.trim() }) } })),
  { refresh: [...refresh], said: t("common.saved"), done: close });
  const choices = answer === "refuse"
    ? REASONS.map((code) => ({ value: code, label: t(`referrals.reason.${code}`) }))
    : RESULTS.map((code) => ({ value: code, label: t(`referrals.result.${code}`) }));
  return (
    <Form form={form} action={send} submit={t(`referrals.${answer}`)} close={close}>
      <SelectField label={t(`referrals.${answer}_why`)} required choices={choices} {...form.getInputProps("code")} />
      <TextArea label={t("referrals.words")} description={t("referrals.words_hint")} limit={4000} minRows={2} {...form.getInputProps("words")} />
    </Form>
  );
}

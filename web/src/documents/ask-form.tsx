import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Form, SelectField, TextArea, TextField } from "../ui";
import classes from "./documents.module.css";
import { type Chain, given, type Step, useChainAction, useDocumentWords } from "./documents-data";

interface Draft {
  document: string | null;
  asked_of: string | null;
  birth_place: string;
  mother: string;
  father: string;
  words: string;
}

/** Names that were given with an earlier request need not be typed again. */
function known(chain: Chain, field: "mother" | "father" | "birth_place"): string {
  return chain.requests.find(({ shown }) => shown[field])?.shown[field] ?? "";
}

/** Asks for a document. It says beforehand what whoever answers will see, and that is all they see. */
export function AskForm({ chain, step, close }: { chain: Chain; step: Step; close: () => void }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const form = useForm<Draft>({
    initialValues: {
      document: step.documents[0] ?? null, asked_of: step.asked_of[0] ?? null, birth_place: chain.birth_place ?? known(chain, "birth_place"),
      mother: known(chain, "mother"), father: known(chain, "father"), words: "",
    },
  });
  const shows = (what: string) => step.request_shows.includes(what);
  const ask = useChainAction(chain.person_id, (draft: Draft) => body(api.POST("/api/persons/{person_id}/document-requests", {
    params: { path: { person_id: chain.person_id } },
    body: {
      step: step.step, document: draft.document ?? "", asked_of: draft.asked_of ?? "",
      birth_place: shows("birth_place") ? given(draft.birth_place) : undefined, mother: shows("mother") ? given(draft.mother) : undefined,
      father: shows("father") ? given(draft.father) : undefined, words: given(draft.words),
    },
  })), { said: t("documents.ask.said"), done: close });
  const choices = (codes: string[], group: "document" | "body") => codes.map((code) => ({ value: code, label: words[group](code) }));
  return (
    <Form form={form} action={ask} submit={t("documents.ask.submit")} close={close}>
      <p className={classes.quiet}>{t("documents.ask.shows", { what: words.list(step.request_shows, "shown") })}</p>
      {step.documents.length > 1 && <SelectField label={t("documents.ask.document")} required choices={choices(step.documents, "document")} {...form.getInputProps("document")} />}
      <SelectField label={t("documents.ask.of")} required unchosen={null} choices={choices(step.asked_of, "body")} {...form.getInputProps("asked_of")} />
      {shows("birth_place") && <TextField label={t("documents.shown.birth_place")} maxLength={300} {...form.getInputProps("birth_place")} />}
      {shows("mother") && <TextField label={t("documents.shown.mother")} maxLength={300} {...form.getInputProps("mother")} />}
      {shows("father") && <TextField label={t("documents.shown.father")} maxLength={300} {...form.getInputProps("father")} />}
      <TextArea label={t("documents.ask.words")} description={t("documents.ask.words_hint")} minRows={1} limit={2000} {...form.getInputProps("words")} />
    </Form>
  );
}

import { Checkbox, Group, SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import type { Action } from "../api/queries";
import { ButtonLink, CheckField, Form, SelectField, TextArea, TextField } from "../ui";
import { CommitmentFields } from "./commitment-fields";
import { decisionsPage, LANGUAGES, meetingsQuery, type Decision, type Language } from "./queries";

export type DraftInput = Schemas["DecisionDraftInput"];
interface Draft {
  title: string;
  languages: Language[];
  texts: Record<string, string>;
  session_id: string | null;
  commitment_id: string;
  open_to_all: boolean;
  supersedes: string | null;
}

const draftOf = (decision: Decision | undefined): Draft => ({
  title: decision?.title ?? "",
  languages: (decision?.languages ?? ["en", "ru"]) as Language[],
  texts: Object.fromEntries(LANGUAGES.map((language) => [language, decision?.texts[language] ?? ""])),
  session_id: decision?.session_id ?? null,
  commitment_id: decision?.commitment_id ?? "",
  open_to_all: decision?.open_to_all ?? false,
  supersedes: decision?.supersedes[0]?.id ?? null,
});

/** What the server takes: texts of the agreed languages alone. The agenda item goes with its session. */
const inputOf = ({ texts, languages, session_id, supersedes, ...rest }: Draft, before: Decision | undefined): DraftInput => ({
  ...rest, languages,
  texts: Object.fromEntries(languages.map((language) => [language, texts[language] ?? ""])),
  ...(session_id ? { session_id } : {}),
  ...(before?.agenda_item_id && before.session_id === session_id ? { agenda_item_id: before.agenda_item_id } : {}),
  supersedes: supersedes ? [supersedes] : [],
});

function Links({ form, decision }: { form: ReturnType<typeof useForm<Draft>>; decision: Decision | undefined }) {
  const { t } = useTranslation();
  const meetings = useQuery(meetingsQuery).data?.items ?? [];
  const adopted = useQuery({ queryKey: ["decisions", "to-supersede"], queryFn: () => decisionsPage({ state: "adopted" }, undefined) }).data?.items ?? [];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SelectField label={t("decisions.field.session")} placeholder={t("decisions.field.no_session")} {...form.getInputProps("session_id")}
                   choices={meetings.map(({ id, title }) => ({ value: id, label: title }))} />
      <SelectField label={t("decisions.field.supersedes")} placeholder={t("decisions.field.no_supersedes")} {...form.getInputProps("supersedes")}
                   choices={adopted.filter(({ id }) => id !== decision?.id).map(({ id, number, title }) => ({ value: id, label: t("decisions.numbered", { number, title }) }))} />
      <CommitmentFields before={decision?.commitment} value={form.values.commitment_id} onChange={(id) => form.setFieldValue("commitment_id", id)} error={form.errors.commitment_id} />
    </SimpleGrid>
  );
}

interface DraftFormProps {
  decision?: Decision;
  action: Action<DraftInput>;
  /** Where "Cancel" leads. */
  back: { to: string; params?: Record<string, string> };
}

/** The text in the agreed languages side by side, and what it hangs on. */
export function DraftForm({ decision, action, back }: DraftFormProps) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: draftOf(decision) });
  const agreed = LANGUAGES.filter((language) => form.values.languages.includes(language));
  const save: Action<Draft> = { ...action, run: (draft) => action.run(inputOf(draft, decision)) };
  return (
    <Form form={form} action={save} submit={t("decisions.save_draft")} beside={<ButtonLink {...back} variant="default">{t("common.cancel")}</ButtonLink>}>
      <TextField label={t("decisions.field.title")} description={t("decisions.field.title_hint")} required maxLength={300} {...form.getInputProps("title")} />
      <Checkbox.Group label={t("decisions.field.languages")} description={t("decisions.texts_hint")} {...form.getInputProps("languages")}>
        <Group mt="xs">{LANGUAGES.map((language) => <Checkbox key={language} value={language} label={t(`decisions.language.${language}`)} />)}</Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {agreed.map((language) => (
          <TextArea key={language} label={t(`decisions.text_language.${language}`)} lang={language} limit={20_000} minRows={6} {...form.getInputProps(`texts.${language}`)} />))}
      </SimpleGrid>
      <Links form={form} decision={decision} />
      <CheckField label={t("decisions.field.open_to_all")} {...form.getInputProps("open_to_all", { type: "checkbox" })} />
    </Form>
  );
}

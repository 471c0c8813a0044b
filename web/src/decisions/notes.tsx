import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { Form, Opening, Section, TextArea, useFormat } from "../ui";
import classes from "./decisions.module.css";
import { CHANGED, type DecisionPageData } from "./queries";

function AddNote({ decisionId, close }: { decisionId: string; close: () => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const { session } = useSession();
  const form = useForm({ initialValues: { text: "" } });
  const add = useAction((values: { text: string }) => body(api.POST("/api/decisions/{decision_id}/notes", { params: { path: { decision_id: decisionId } }, body: values })),
    { refresh: CHANGED, said: t("decisions.notes.said"), done: close });
  return (
    <Form form={form} action={add} submit={t("decisions.notes.add")} close={close}>
      <TextArea label={t("decisions.notes.text", { state: stateName(session?.account.member ?? "") })} description={t("decisions.notes.hint")} required limit={4000} {...form.getInputProps("text")} />
    </Form>
  );
}

/** What States say of a decision in their own name, beside it. */
export function Notes({ page: { decision, notes, allows } }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  if (notes.length === 0 && !allows.note) return null;
  return (
    <Section title={t("decisions.notes.title")}>
      {notes.length === 0 && <Text c="dimmed">{t("decisions.notes.none")}</Text>}
      {notes.map(({ id, member, text, made_at }) => (
        <div key={id} className={classes.spoken}>
          <b>{stateName(member)}</b>
          <Text className={classes.text}>{text}</Text>
          <Text size="sm" c="dimmed">{format.instant(made_at)}</Text>
        </div>))}
      {allows.note && <Opening label={t("decisions.notes.add")} variant="default">{(close) => <AddNote decisionId={decision.id} close={close} />}</Opening>}
    </Section>
  );
}

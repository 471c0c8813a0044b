import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { CheckField, Form, NumberField, TextArea, TextField } from "../ui";

interface Draft { note: string; done: boolean; opens: boolean; percent: number | null; evidence: string; evidence_url: string }

/** Tells the Council how far an action item has come. */
export function ReportForm({ action, close }: { action: Schemas["Action"]; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { note: "", done: false, opens: false, percent: null, evidence: "", evidence_url: "" } });
  const report = useAction(({ note, percent, opens: _, ...rest }: Draft) => body(api.POST("/api/actions/{action_id}/progress", {
    params: { path: { action_id: action.id } }, body: { ...rest, note: note.trim(), ...(percent === null ? {} : { percent }) } })),
  { refresh: [["actions"]], said: t("actions.reported_said"), done: close });
  return (
    <Form form={form} action={report} submit={t("actions.send")} close={close}>
      <TextArea label={t("actions.note")} description={t("actions.note_hint")} required limit={4000} {...form.getInputProps("note")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberField label={t("actions.percent_field")} min={0} max={100} allowDecimal={false} {...form.getInputProps("percent")} />
        <TextField label={t("actions.evidence_url")} maxLength={1000} {...form.getInputProps("evidence_url")} />
      </SimpleGrid>
      <TextArea label={t("actions.evidence_field")} description={t("actions.evidence_hint")} limit={4000} {...form.getInputProps("evidence")} />
      {action.state === "done"
        ? <CheckField label={t("actions.opens_again")} required {...form.getInputProps("opens", { type: "checkbox" })} />
        : <CheckField label={t("actions.is_done")} {...form.getInputProps("done", { type: "checkbox" })} />}
    </Form>
  );
}

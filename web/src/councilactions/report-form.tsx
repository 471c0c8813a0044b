import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { CheckField, Form, NumberField, TextArea, TextField } from "../ui";
import { FOLLOWING, type CouncilAction } from "./queries";

interface Draft { note: string; done: boolean; opens: boolean; percent: number | null; evidence: string; evidence_url: string }

/** A report written at the Council, for an owner without a node in use. */
export function ReportForm({ action, close }: { action: CouncilAction; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { note: "", done: false, opens: false, percent: null, evidence: "", evidence_url: "" } });
  const report = useAction(({ percent, opens: _, ...rest }: Draft) => body(api.POST("/api/actions/{action_id}/progress", {
    params: { path: { action_id: action.id } }, body: { ...rest, ...(percent === null ? {} : { percent }) },
  })), { refresh: FOLLOWING, said: t("councilactions.report_said"), done: close });
  return (
    <Form form={form} action={report} submit={t("councilactions.send_report")} close={close}>
      <TextArea label={t("councilactions.note")} description={t("councilactions.note_hint")} required limit={4000} {...form.getInputProps("note")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberField label={t("councilactions.percent_field")} min={0} max={100} allowDecimal={false} {...form.getInputProps("percent")} />
        <TextField label={t("councilactions.evidence_url")} maxLength={1000} {...form.getInputProps("evidence_url")} />
      </SimpleGrid>
      <TextArea label={t("councilactions.evidence_field")} limit={4000} {...form.getInputProps("evidence")} />
      {action.state === "done"
        ? <CheckField label={t("councilactions.opens_again")} required {...form.getInputProps("opens", { type: "checkbox" })} />
        : <CheckField label={t("councilactions.is_done")} {...form.getInputProps("done", { type: "checkbox" })} />}
    </Form>
  );
}

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { CheckField, Form, TextArea } from "../ui";

/** Tells the Council how far an action item has come. */
export function ReportForm({ action, close }: { action: Schemas["Action"]; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { note: "", done: action.state === "done" } });
  const report = useAction(({ note, done }: { note: string; done: boolean }) => body(api.POST("/api/actions/{action_id}/progress", {
    params: { path: { action_id: action.id } }, body: { note: note.trim(), done } })),
  { refresh: [["actions"]], said: t("actions.reported_said"), done: close });
  return (
    <Form form={form} action={report} submit={t("actions.send")} beside={<Button variant="default" onClick={close}>{t("common.cancel")}</Button>}>
      <TextArea label={t("actions.note")} description={t("actions.note_hint")} required limit={4000} {...form.getInputProps("note")} />
      <CheckField label={t("actions.is_done")} {...form.getInputProps("done", { type: "checkbox" })} />
    </Form>
  );
}

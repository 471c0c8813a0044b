import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { ConfirmDialog, DateField, Form, TextArea } from "../ui";
import { FOLLOWING, type CouncilAction } from "./queries";

interface Draft { due_on: string | null; reason: string }

/** Another day for an action, with the reason; its owner is told. */
export function MoveDue({ action, close }: { action: CouncilAction; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { due_on: action.due_on, reason: "" } });
  const move = useAction(({ due_on, reason }: Draft) => body(api.POST("/api/actions/{action_id}/due", {
    params: { path: { action_id: action.id } }, body: { version: action.version, due_on: due_on ?? "", reason },
  })), { refresh: FOLLOWING, said: t("councilactions.moved_said"), done: close });
  return (
    <Form form={form} action={move} submit={t("councilactions.move_it")} close={close}>
      <DateField label={t("councilactions.move_to")} required min={today()} {...form.getInputProps("due_on")} />
      <TextArea label={t("councilactions.move_reason")} required limit={4000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** Nothing more is expected of the owner, who is told why. */
export function DropAction({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const drop = useAction(() => body(api.POST("/api/actions/{action_id}/drop", {
    params: { path: { action_id: action.id } }, body: { version: action.version, reason },
  })), { refresh: FOLLOWING, said: t("councilactions.dropped_said") });
  return (
    <ConfirmDialog action={drop} button={t("councilactions.drop")} title={t("councilactions.drop_title")} confirm={t("councilactions.drop_it")} danger>
      <p>{t("councilactions.drop_what")}</p>
      <TextArea label={t("councilactions.drop_reason")} required limit={4000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}

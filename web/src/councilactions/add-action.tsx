import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { FOLLOWING } from "./queries";
import { useOwnerChoices } from "./words";

interface Draft { owner: string | null; title: string; body: string; due_on: string | null }

/** An action item: who is to do what by when. It is sent to its owner's node at once, when the owner has one. */
export function AddAction({ decisionId, close }: { decisionId: string; close: () => void }) {
  const { t } = useTranslation();
  const owners = useOwnerChoices();
  const form = useForm<Draft>({ initialValues: { owner: null, title: "", body: "", due_on: null } });
  const add = useAction(({ owner, due_on, ...texts }: Draft) => body(api.POST("/api/decisions/{decision_id}/actions", {
    params: { path: { decision_id: decisionId } }, body: { owner: owner ?? "", due_on: due_on ?? "", ...texts },
  })), { refresh: FOLLOWING, said: t("councilactions.sent"), done: close });
  return (
    <Form form={form} action={add} submit={t("councilactions.send")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("councilactions.field.owner")} required choices={owners} {...form.getInputProps("owner")} />
        <DateField label={t("councilactions.field.due_on")} required min={today()} {...form.getInputProps("due_on")} />
      </SimpleGrid>
      <TextField label={t("councilactions.field.title")} required maxLength={300} {...form.getInputProps("title")} />
      <TextArea label={t("councilactions.field.body")} description={t("councilactions.field.body_hint")} limit={4000} {...form.getInputProps("body")} />
    </Form>
  );
}

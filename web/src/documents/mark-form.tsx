import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form } from "../ui";
import { useChainAction } from "./documents-data";

/** Notes since when something the chain leads to is there: school, a benefit, a home. */
export function MarkForm({ personId, step, day, close }: { personId: string; step: string; day: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ on: string | null }>({ initialValues: { on: day } });
  const save = useChainAction(personId, ({ on }: { on: string | null }) => body(api.PUT("/api/persons/{person_id}/documents-chain/{step}", {
    params: { path: { person_id: personId, step } }, body: { on: on ?? today() } })), { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <DateField label={t("documents.mark.since")} required max={today()} {...form.getInputProps("on")} />
    </Form>
  );
}

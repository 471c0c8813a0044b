import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, RadioField, TextArea, TextField } from "../ui";
import { EXPERTS, type Expert } from "./queries";

/** Interests that could stand against an impartial word. The secretariat records a signed paper. */
export function StateInterests({ expert, close }: { expert: Expert; close: () => void }) {
  const { t } = useTranslation();
  const own = expert.allows.own;
  const form = useForm({ initialValues: { has_conflict: null as string | null, text: "", on: today() as string | null, paper: "" } });
  const state = useAction(({ has_conflict, text, on, paper }: typeof form.values) => body(api.POST("/api/experts/{expert_id}/statement", {
    params: { path: { expert_id: expert.id } },
    body: { has_conflict: has_conflict === "yes", text, ...(!own && { paper, ...(on && { on }) }) } })), { refresh: EXPERTS, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={state} submit={t("experts.statement.renew")} close={close}>
      <RadioField label={t("experts.statement.question")} required {...form.getInputProps("has_conflict")} choices={[
        { value: "no", label: t("experts.statement.no_conflict") }, { value: "yes", label: t("experts.statement.conflict") }]} />
      <TextArea label={t("experts.statement.text")} limit={2000} required={form.values.has_conflict === "yes"} {...form.getInputProps("text")} />
      {!own && (
        <>
          <TextField label={t("experts.field.paper")} description={t("experts.paper_hint")} required maxLength={300} {...form.getInputProps("paper")} />
          <DateField label={t("experts.statement.stated_on")} required {...form.getInputProps("on")} />
        </>
      )}
    </Form>
  );
}

export function NoteVetting({ expert, close }: { expert: Expert; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { note: "" } });
  const save = useAction((values: typeof form.values) => body(api.POST("/api/experts/{expert_id}/vetting", { params: { path: { expert_id: expert.id } }, body: values })),
    { refresh: EXPERTS, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <TextArea label={t("experts.vetting.note")} required limit={2000} {...form.getInputProps("note")} />
    </Form>
  );
}

import { Fieldset } from "@mantine/core";
import { type UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import type { Action } from "../api/queries";
import { today } from "../i18n/dates";
import { CheckField, DateField, Form, TextArea } from "../ui";
import { ROLES, type Draft } from "./conference-draft";

type Candidate = Schemas["ConferenceList"]["candidates"][number];

interface Props {
  form: UseFormReturnType<Draft>;
  /** Those without a role can no longer be asked. */
  candidates: (Pick<Candidate, "id" | "name"> & Partial<Candidate>)[];
  action: Action<Draft>;
  submit: string;
  close: () => void;
}

const toggled = <Value,>(list: readonly Value[], value: Value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);

/** When, about what, and who sits there: colleagues by name, others by what they are. */
export function ConferenceForm({ form, candidates, action, submit, close }: Props) {
  const { t } = useTranslation();
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <DateField label={t("course.conference.when")} required min={today()} {...form.getInputProps("planned_on")} />
      <TextArea label={t("course.conference.topics")} required limit={4000} {...form.getInputProps("topics")} />
      <Fieldset legend={t("course.conference.staff")}>
        {candidates.map(({ id, name, role }) => (
          <CheckField key={id} label={role ? `${name}, ${t(`course.role.${role}`)}` : name} checked={form.values.staff.includes(id)}
                      onChange={() => form.setFieldValue("staff", toggled(form.values.staff, id))} />))}
      </Fieldset>
      <Fieldset legend={t("course.conference.outside")}>
        {ROLES.map((role) => (
          <CheckField key={role} label={t(`course.outside.${role}`)} checked={form.values.roles.includes(role)}
                      onChange={() => form.setFieldValue("roles", toggled(form.values.roles, role))} />))}
      </Fieldset>
    </Form>
  );
}

import { Fieldset } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import type { Action } from "../api/queries";
import { plusDays, today } from "../i18n/dates";
import { CheckField, DateField, Form, TextArea } from "../ui";

type Role = Schemas["OutsideRole"];
const ROLES: readonly Role[] = ["returnee", "caregiver", "relative", "school_teacher", "doctor", "local_authority", "community_elder", "lawyer", "registry", "employer",
  "civil_society", "spiritual_counsellor", "other"];

interface Draft { planned_on: string | null; topics: string; staff: string[]; roles: Role[] }
interface Props {
  candidates: Schemas["ConferenceList"]["candidates"];
  action: Action<Schemas["ConferenceInput"]>;
  close: () => void;
}

const toggled = <Value,>(list: readonly Value[], value: Value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);

/** When, about what, and who sits there: colleagues by name, others by what they are. */
export function ConferenceForm({ candidates, action, close }: Props) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { planned_on: plusDays(today(), 7), topics: "", staff: [], roles: [] } });
  const send = { ...action, run: ({ planned_on, topics, staff, roles }: Draft) => action.run({
    planned_on: planned_on ?? "", topics: topics.trim(), participants: [...staff.map((account_id) => ({ account_id })), ...roles.map((role) => ({ role }))] }) };
  return (
    <Form form={form} action={send} submit={t("course.conference.plan")} close={close}>
      <DateField label={t("course.conference.when")} required min={today()} {...form.getInputProps("planned_on")} />
      <TextArea label={t("course.conference.topics")} required limit={4000} {...form.getInputProps("topics")} />
      <Fieldset legend={t("course.conference.staff")}>
        {candidates.map(({ id, name, role }) => (
          <CheckField key={id} label={`${name}, ${t(`course.role.${role}`)}`} checked={form.values.staff.includes(id)}
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

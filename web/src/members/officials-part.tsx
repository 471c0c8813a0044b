import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { ActionButton, DateField, Empty, Form, Link, Section, SelectField, TextArea, TextField, useFormat } from "../ui";
import { Opening } from "../ui/opening";
import { filled } from "./body-forms";
import { ChecksField } from "./checks-field";
import classes from "./members.module.css";
import { APPOINTMENT_ROLES, BODIES, type Appointment, type Body } from "./queries";
import { AppointmentState, useLanguageChoices, useLanguageNames, useSpan } from "./words";

function Nominate({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const languages = useLanguageChoices();
  const form = useForm({ initialValues: { role: "focal_point" as Appointment["role"], name: "", languages: ["ru"], starts_on: today() as string | null, ends_on: null as string | null } });
  const nominate = useAction((values: typeof form.values) => body(api.POST("/api/bodies/{code}/appointments", {
    params: { path: { code: one.code } }, body: { ...values, starts_on: values.starts_on ?? "", ends_on: filled(values).ends_on } })),
  { refresh: BODIES, said: t("members.nominated"), done: close });
  return (
    <Form form={form} action={nominate} submit={t("members.nominate")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("members.field.official")} description={t("members.official_hint")} required maxLength={200} {...form.getInputProps("name")} />
        <SelectField label={t("members.field.role")} unchosen={null} required choices={APPOINTMENT_ROLES.map((role) => ({ value: role, label: t(`members.role.${role}`) }))}
                     {...form.getInputProps("role")} />
        <DateField label={t("members.field.starts_on")} required {...form.getInputProps("starts_on")} />
        <DateField label={t("members.field.ends_on")} description={t("members.ends_hint")} {...form.getInputProps("ends_on")} />
      </SimpleGrid>
      <ChecksField label={t("members.field.languages")} required choices={languages} {...form.getInputProps("languages")} />
    </Form>
  );
}

function EndAppointment({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { ended_on: today() as string | null, reason: "" } });
  const end = useAction(({ ended_on, reason }: typeof form.values) => body(api.POST("/api/appointments/{appointment_id}/end", {
    params: { path: { appointment_id: id } }, body: { ended_on: ended_on ?? "", reason } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={end} submit={t("members.end_appointment")} close={close}>
      <Text>{t("members.end_appointment_hint")}</Text>
      <DateField label={t("members.field.ended_on")} required {...form.getInputProps("ended_on")} />
      <TextArea label={t("members.why_ended")} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

function Decline({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const decline = useAction(({ reason }: typeof form.values) => body(api.POST("/api/appointments/{appointment_id}/decline", {
    params: { path: { appointment_id: id } }, body: { reason } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={decline} submit={t("members.decline")} close={close}>
      <TextArea label={t("members.why_declined")} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** One official, and what may be done about the appointment. `heading`: also whose official. */
export function AppointmentCard({ appointment, acts, heading = false }: { appointment: Appointment; acts: boolean; heading?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = useSpan();
  const names = useLanguageNames();
  const { id, body: of, role, name, languages, starts_on, ends_on, state, ended_on, end_reason, decline_reason, allows, has_account } = appointment;
  const confirm = useAction(() => body(api.POST("/api/appointments/{appointment_id}/confirmation", { params: { path: { appointment_id: id } } })),
    { refresh: BODIES, said: t("members.confirmed") });
  return (
    <article className={classes.card} aria-label={`${name}, ${t(`members.role.${role}`)}`}>
      <Stack gap="xs">
        <Group gap="sm"><b>{name}</b> <span>{t(`members.role.${role}`)}</span> <AppointmentState appointment={appointment} /></Group>
        {heading && <Link to="/members/$code" params={{ code: of.code }}>{of.name}</Link>}
        <Text size="sm" c="dimmed">{t("members.term_of", { span: span(starts_on, ends_on) })} · {names(languages)}{state === "confirmed" && !has_account && ` · ${t("members.no_account")}`}</Text>
        {ended_on && <Text className={classes.note}>{t("members.ended_on_because", { date: format.longDate(ended_on), reason: end_reason })}</Text>}
        {decline_reason && <Text className={classes.note}>{t("members.declined_because", { reason: decline_reason })}</Text>}
        {acts && (allows.confirm || allows.decline || allows.end) && (
          <Group gap="sm" align="flex-start">
            {allows.confirm && <ActionButton action={confirm}>{t("members.confirm")}</ActionButton>}
            {allows.decline && <Opening label={t("members.decline")} variant="default" leftSection={null}>{(close) => <Decline id={id} close={close} />}</Opening>}
            {allows.end && <Opening label={t("members.end_appointment")} variant="default" leftSection={null}>{(close) => <EndAppointment id={id} close={close} />}</Opening>}
          </Group>)}
      </Stack>
    </article>
  );
}

/** Who speaks for the body at the Council, and who did. */
export function OfficialsPart({ one, now }: { one: Body; now: boolean }) {
  const { t } = useTranslation();
  return (
    <Section title={t("members.officials")}>
      {one.appointments.map((appointment) => <AppointmentCard key={appointment.id} appointment={appointment} acts={now} />)}
      {one.appointments.length === 0 && <Empty title={t("members.no_officials")} icon="person" />}
      {now && one.allows.nominate && <Opening label={t("members.nominate")}>{(close) => <Nominate one={one} close={close} />}</Opening>}
    </Section>
  );
}

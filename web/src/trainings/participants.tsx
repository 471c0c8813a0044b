import { Button, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { eachDay } from "../i18n/dates";
import { useStateName } from "../i18n/states";
import { usePaperLanguage, useTwo } from "../i18n/two";
import { ActionButton, Empty, Form, Opening, Section, SelectField, StatusBadge, TextArea, TextField, useFormat } from "../ui";
import { AFFECTED, type Application, type TrainingPageData } from "./queries";
import classes from "./trainings.module.css";

const ANSWERS = ["often", "sometimes", "not_yet", "left_the_field", "not_reached"] as const;
const TONES = { applied: "waiting", accepted: "good", declined: "neutral", withdrawn: "neutral" } as const;

interface One { application: Application; close: () => void }
const path = (application: Application) => ({ params: { path: { application_id: application.id } } });

function Decline({ application, close }: One) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const decline = useAction(({ reason }: { reason: string }) =>
    body(api.POST("/api/training-applications/{application_id}/decision", { ...path(application), body: { accept: false, reason } })), { refresh: AFFECTED, done: close });
  return (
    <Form form={form} action={decline} submit={t("trainings.decline")} close={close}>
      <TextField label={t("trainings.field.reason")} required maxLength={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}

function Attendance({ application, close, days }: One & { days: string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ initialValues: { days: application.days } });
  const save = useAction((values: { days: string[] }) =>
    body(api.PUT("/api/training-applications/{application_id}/attendance", { ...path(application), body: values })), { refresh: AFFECTED, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <Checkbox.Group label={t("trainings.days_there")} {...form.getInputProps("days")}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs">{days.map((day) => <Checkbox key={day} size="md" value={day} label={format.longDate(day)} />)}</SimpleGrid>
      </Checkbox.Group>
    </Form>
  );
}

function FollowUp({ application, close, question }: One & { question: string }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { answer: application.follow_up ?? null as string | null, comment: application.follow_up_comment } });
  const save = useAction(({ answer, comment }: { answer: string | null; comment: string }) =>
    body(api.PUT("/api/training-applications/{application_id}/follow-up", { ...path(application), body: { answer: (answer ?? "") as "often", comment } })),
    { refresh: AFFECTED, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SelectField label={question} required choices={ANSWERS.map((value) => ({ value, label: t(`trainings.answer.${value}`) }))} {...form.getInputProps("answer")} />
      <TextArea label={t("trainings.field.comment")} limit={2000} {...form.getInputProps("comment")} />
    </Form>
  );
}

function Revoke({ certificateId, close }: { certificateId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const revoke = useAction((values: { reason: string }) =>
    body(api.POST("/api/certificates/{certificate_id}/revocation", { params: { path: { certificate_id: certificateId } }, body: values })), { refresh: AFFECTED, said: t("trainings.revoked"), done: close });
  return (
    <Form form={form} action={revoke} submit={t("trainings.revoke")} close={close}>
      <TextField label={t("trainings.field.reason")} required maxLength={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}

function Doing({ application, data }: { application: Application; data: TrainingPageData }) {
  const { t } = useTranslation();
  const two = useTwo();
  const paper = usePaperLanguage();
  const { allows, certificate_id, trainee: { name } } = application;
  const accept = useAction(() => body(api.POST("/api/training-applications/{application_id}/decision", { ...path(application), body: { accept: true } })), { refresh: AFFECTED });
  const withdraw = useAction(() => body(api.POST("/api/training-applications/{application_id}/withdrawal", path(application))), { refresh: AFFECTED });
  const opening = (label: string, form: (close: () => void) => React.ReactNode) => (
    <Opening label={label} spoken={`${label}: ${name}`} variant="default" size="sm" leftSection={null}>{form}</Opening>);
  return (
    <Group gap="sm" align="flex-start">
      {allows.decide && <ActionButton action={accept} size="sm">{t("trainings.accept")}</ActionButton>}
      {allows.decide && opening(t("trainings.decline"), (close) => <Decline application={application} close={close} />)}
      {allows.withdraw && <ActionButton action={withdraw} size="sm" variant="default">{t("trainings.withdraw")}</ActionButton>}
      {allows.attend && opening(t("trainings.attendance"), (close) => (
        <Attendance application={application} close={close} days={eachDay(data.training.starts_on, data.training.ends_on)} />))}
      {certificate_id && <Button component="a" size="sm" variant="default" download
                                 href={`/api/certificates/${certificate_id}/pdf?language=${paper}`}>{t("trainings.certificate")}</Button>}
      {certificate_id && data.allows.edit && opening(t("trainings.revoke"), (close) => <Revoke certificateId={certificate_id} close={close} />)}
      {allows.follow_up && opening(t("trainings.follow_up"), (close) => (
        <FollowUp application={application} close={close} question={two(data.course.question_en, data.course.question_ru)} />))}
    </Group>
  );
}

/** Who is sent and who was there: the secretariat sees all, a State its own. */
export function Participants({ data }: { data: TrainingPageData }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const format = useFormat();
  if (data.applications.length === 0) return data.allows.edit ? <Section title={t("trainings.participants")}><Empty title={t("trainings.nobody")} icon="people" /></Section> : null;
  return (
    <Section title={t("trainings.participants")}>
      <Text size="sm" c="dimmed">{t("trainings.participants_hint", { date: format.longDate(data.follow_up_due) })}</Text>
      <ul className={classes.people}>
        {data.applications.map((application) => (
          <li key={application.id}>
            <Group gap="sm"><b>{application.trainee.name}</b>
              <StatusBadge tone={TONES[application.state]}>{t(`trainings.state.${application.state}`)}</StatusBadge>
              {application.took_part && <StatusBadge tone="info">{t("trainings.took_part")}</StatusBadge>}
            </Group>
            <Text size="sm" c="dimmed">
              {[stateName(application.trainee.member), application.trainee.employer, application.trainee.role, application.reason,
                application.follow_up && t(`trainings.answer.${application.follow_up}`), application.follow_up_comment].filter(Boolean).join(" · ")}
            </Text>
            <Doing application={application} data={data} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

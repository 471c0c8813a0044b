import { Button, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { useDays } from "../i18n/days";
import { useTwo } from "../i18n/two";
import { Papers } from "../papers/papers";
import { ActionButton, ButtonLink, Facts, Form, Opening, Page, Section, TextArea, useFormat, Waiting } from "../ui";
import { Apply } from "./apply";
import { Participants } from "./participants";
import { AFFECTED, trainingQuery, type TrainingPageData } from "./queries";

function Cancel({ trainingId, close }: { trainingId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const cancel = useAction((values: { reason: string }) =>
    body(api.POST("/api/trainings/{training_id}/cancellation", { params: { path: { training_id: trainingId } }, body: values })),
    { refresh: AFFECTED, said: t("trainings.cancelled"), done: close });
  return (
    <Form form={form} action={cancel} submit={t("trainings.cancel")} beside={<Button variant="default" onClick={close}>{t("common.close")}</Button>}>
      <TextArea label={t("trainings.field.reason")} required limit={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}

function Issue({ trainingId }: { trainingId: string }) {
  const { t } = useTranslation();
  const issue = useAction(() => body(api.POST("/api/trainings/{training_id}/certificates", { params: { path: { training_id: trainingId } } })), { refresh: AFFECTED });
  return (
    <div>
      <ActionButton action={issue}>{t("trainings.issue")}</ActionButton>
      {issue.value && <Text role="status" size="sm">{t("trainings.issued", { count: issue.value.issued })}</Text>}
    </div>
  );
}

function About({ data: { training, course, places } }: { data: TrainingPageData }) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const format = useFormat();
  return (
    <Section title={t("trainings.about")}>
      <Text style={{ whiteSpace: "pre-line" }}>{two(course.about_en, course.about_ru)}</Text>
      <Facts of={[
        { label: t("trainings.field.days"), value: days(training) },
        { label: t("trainings.field.place"), value: training.place || t(`trainings.mode.${training.mode}`) },
        { label: t("trainings.field.host"), value: training.host_name },
        { label: t("trainings.field.language"), value: t(`common.language_name.${training.language}`) },
        { label: t("trainings.field.competence"), value: t(`trainings.competence.${course.competence}`) },
        { label: t("trainings.field.hours"), value: String(course.hours) },
        { label: t("trainings.field.apply_until"), value: format.longDate(training.apply_until) },
        { label: t("trainings.field.seats"), value: t("trainings.seats", { accepted: places.accepted, seats: training.seats, applied: places.applied }) },
        { label: t("trainings.field.people"), value: String(places.took_part) },
        { label: t("trainings.course.source"), value: training.source || null },
      ]} />
    </Section>
  );
}

/** One training: where and when, who is sent, who was there. */
export function TrainingPage({ trainingId }: { trainingId: string }) {
  const { t, i18n } = useTranslation();
  const two = useTwo();
  const query = useQuery(trainingQuery(trainingId, i18n.language));
  if (!query.data) return <Waiting for={query} />;
  const { training, allows } = query.data;
  return (
    <Page title={two(training.title_en, training.title_ru)} breadcrumbs={[{ to: "/trainings", label: t("trainings.nav") }]}
          actions={allows.edit && <ButtonLink to="/trainings/$trainingId/edit" params={{ trainingId }} variant="default">{t("trainings.change")}</ButtonLink>}>
      {training.cancelled_because && <Text role="note"><b>{t("trainings.cancelled")}:</b> {training.cancelled_because}</Text>}
      <About data={query.data} />
      <Participants data={query.data} />
      {allows.apply && <Section title={t("trainings.apply.title")}><Apply trainingId={trainingId} /></Section>}
      <Papers of="training" id={trainingId} mayAdd={allows.edit} />
      {allows.edit && (
        <Section title={t("trainings.secretariat")}>
          {allows.issue ? <Issue trainingId={trainingId} /> : <Text size="sm" c="dimmed">{t("trainings.issue_later")}</Text>}
          {!allows.issue && <Group><Opening label={t("trainings.cancel")} variant="default" leftSection={null}>{(close) => <Cancel trainingId={trainingId} close={close} />}</Opening></Group>}
        </Section>)}
    </Page>
  );
}

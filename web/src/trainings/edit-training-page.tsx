import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import { useTwo } from "../i18n/two";
import { BodySelect } from "../members/parts";
import { ButtonLink, CheckField, DateField, Form, NumberField, Page, Section, SelectField, TextField, Waiting } from "../ui";
import { AFFECTED, coursesQuery, trainingQuery, type Course, type Training } from "./queries";

const MODES = ["in_person", "online", "mixed"] as const;

interface Draft {
  course_id: string | null; host: string | null; language: string; mode: Training["mode"]; place: string;
  starts_on: string | null; ends_on: string | null; apply_until: string | null; seats: number | null; is_public: boolean;
}

const inputOf = ({ course_id, host, starts_on, ends_on, apply_until, seats, ...rest }: Draft, before?: Training): Schemas["TrainingInput"] => ({
  ...rest, course_id: course_id ?? "", host: host ?? "", starts_on: starts_on ?? "", ends_on: ends_on ?? starts_on ?? "",
  apply_until: apply_until ?? "", seats: seats ?? 0, source: before?.source ?? "", ...(before ? { version: before.version } : {}),
});

function TrainingForm({ courses, before }: { courses: Course[]; before?: Training }) {
  const { t } = useTranslation();
  const two = useTwo();
  const navigate = useNavigate();
  const form = useForm<Draft>({ initialValues: before ?? {
    course_id: null, host: null, language: "ru", mode: "in_person", place: "", starts_on: null, ends_on: null, apply_until: null, seats: 20, is_public: true } });
  const save = useAction((draft: Draft) => body(before
    ? api.PUT("/api/trainings/{training_id}", { params: { path: { training_id: before.id } }, body: inputOf(draft, before) })
    : api.POST("/api/trainings", { body: inputOf(draft) })), {
    refresh: AFFECTED, said: t("common.saved"),
    done: ({ training }) => navigate({ to: "/trainings/$trainingId", params: { trainingId: training.id } } as never) });
  return (
    <Form form={form} action={save} submit={t("common.save")} beside={<ButtonLink to="/trainings" variant="default">{t("common.cancel")}</ButtonLink>}>
      <SelectField label={t("trainings.field.course")} required {...form.getInputProps("course_id")}
                   choices={courses.map(({ id, title_en, title_ru }) => ({ value: id, label: two(title_en, title_ru) }))} />
      <BodySelect label={t("trainings.field.host")} required {...form.getInputProps("host")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("trainings.field.language")} unchosen={null} required {...form.getInputProps("language")}
                     choices={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`common.language_name.${value}`) }))} />
        <SelectField label={t("trainings.field.mode")} unchosen={null} required {...form.getInputProps("mode")}
                     choices={MODES.map((value) => ({ value, label: t(`trainings.mode.${value}`) }))} />
        <DateField label={t("trainings.field.starts_on")} required {...form.getInputProps("starts_on")} />
        <DateField label={t("trainings.field.ends_on")} required {...form.getInputProps("ends_on")} />
        <DateField label={t("trainings.field.apply_until")} required {...form.getInputProps("apply_until")} />
        <NumberField label={t("trainings.field.seats")} required min={1} max={10_000} allowDecimal={false} {...form.getInputProps("seats")} />
      </SimpleGrid>
      <TextField label={t("trainings.field.place")} required={form.values.mode !== "online"} maxLength={200} {...form.getInputProps("place")} />
      <CheckField label={t("trainings.field.is_public")} description={t("trainings.field.is_public_hint")} {...form.getInputProps("is_public", { type: "checkbox" })} />
    </Form>
  );
}

function Editor({ before }: { before?: Training }) {
  const { t } = useTranslation();
  const courses = useQuery(coursesQuery);
  if (!courses.data) return <Waiting for={courses} />;
  return (
    <Page title={before ? t("trainings.change") : t("trainings.plan")} breadcrumbs={[{ to: "/trainings", label: t("trainings.nav") }]}>
      <Section title={t("trainings.about")}><TrainingForm courses={courses.data.items} before={before} /></Section>
    </Page>
  );
}

/** Plans a course to be held. */
export function NewTrainingPage() {
  return <Editor />;
}

/** Changes where and when. */
export function EditTrainingPage({ trainingId }: { trainingId: string }) {
  const { i18n } = useTranslation();
  const training = useQuery(trainingQuery(trainingId, i18n.language));
  if (!training.data) return <Waiting for={training} />;
  return <Editor key={training.data.training.version} before={training.data.training} />;
}

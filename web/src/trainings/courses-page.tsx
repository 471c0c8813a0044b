import { SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useTopicChoices } from "../i18n/topics";
import { useTwo } from "../i18n/two";
import { Empty, Form, NumberField, Opening, Page, Section, SelectField, TextArea, TextField, Waiting } from "../ui";
import { coursesQuery, type Course } from "./queries";
import { COMPETENCES } from "./words";

type Input = Schemas["CourseInput"];
const NEW: Input = { title_en: "", title_ru: "", about_en: "", about_ru: "", competence: "case_management", topic: "other", hours: 8, question_en: "", question_ru: "" };

function CourseForm({ course, close }: { course?: Course; close: () => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const { id, ...before } = course ?? { id: "" };
  const form = useForm<Input>({ initialValues: { ...NEW, ...before } });
  const save = useAction((input: Input) => body(course
    ? api.PUT("/api/courses/{course_id}", { params: { path: { course_id: id } }, body: input })
    : api.POST("/api/courses", { body: input })), { refresh: [["courses"], ["trainings"]], said: t("common.saved"), done: close });
  const pair = (name: "title" | "about" | "question", limit: number) => (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(["en", "ru"] as const).map((language) => (
        <TextArea key={language} label={t(`trainings.course.${name}_${language}`)} required limit={limit} minRows={name === "about" ? 3 : 1}
                  {...form.getInputProps(`${name}_${language}`)} />))}
    </SimpleGrid>
  );
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      {pair("title", 200)}
      {pair("about", 4000)}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <SelectField label={t("trainings.field.competence")} unchosen={null} required {...form.getInputProps("competence")}
                     choices={COMPETENCES.map((value) => ({ value, label: t(`trainings.competence.${value}`) }))} />
        <SelectField label={t("trainings.field.topic")} unchosen={null} required {...form.getInputProps("topic")}
                     choices={topics} />
        <NumberField label={t("trainings.field.hours")} required min={1} max={1000} allowDecimal={false} {...form.getInputProps("hours")} />
      </SimpleGrid>
      {pair("question", 500)}
      <TextField label={t("trainings.course.source")} description={t("trainings.course.source_hint")} maxLength={500} {...form.getInputProps("source")} />
    </Form>
  );
}

/** What can be taught, and what is asked six months later. */
export function CoursesPage() {
  const { t } = useTranslation();
  const two = useTwo();
  const courses = useQuery(coursesQuery);
  if (!courses.data) return <Waiting for={courses} />;
  const { items, may_edit } = courses.data;
  return (
    <Page title={t("trainings.courses")} lead={t("trainings.courses_lead")} breadcrumbs={[{ to: "/trainings", label: t("trainings.nav") }]}>
      {may_edit && <Opening label={t("trainings.course.add")}>{(close) => <CourseForm close={close} />}</Opening>}
      {items.length === 0 && <Empty title={t("trainings.course.none")} icon="meeting" />}
      {items.map((course) => (
        <Section key={course.id} title={two(course.title_en, course.title_ru)}>
          <Text size="sm" c="dimmed">{t(`trainings.competence.${course.competence}`)} · {t(`common.topic.${course.topic}`)} · {t("trainings.hours", { count: course.hours })}</Text>
          <Text>{two(course.about_en, course.about_ru)}</Text>
          <Text size="sm">{t("trainings.course.asked")} {two(course.question_en, course.question_ru)}</Text>
          {course.source && <Text size="sm" c="dimmed">{t("trainings.course.source")}: {course.source}</Text>}
          {may_edit && <Opening label={t("trainings.course.change")} spoken={t("trainings.course.change_named", { title: two(course.title_en, course.title_ru) })} variant="default" size="sm">
            {(close) => <CourseForm key={course.version} course={course} close={close} />}</Opening>}
        </Section>
      ))}
    </Page>
  );
}

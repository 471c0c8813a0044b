import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useDays } from "../i18n/days";
import { useStateName } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { useTwo } from "../i18n/two";
import { useSession } from "../session/session";
import { ButtonLink, DataTable, Empty, Icon, Link, Page, Section, SelectField, StatusBadge, useFormat, useSearchState, Waiting } from "../ui";
import { figuresQuery, type Training } from "./queries";

/** How many were trained: distinct persons, by year and by who sent them. */
function Figures() {
  const { t } = useTranslation();
  const stateName = useStateName();
  const figures = useQuery(figuresQuery);
  if (!figures.data) return <Waiting for={figures} />;
  return (
    <Section title={t("trainings.figures")} plain>
      <p>{t("trainings.people", { count: figures.data.people })} {t("trainings.people_definition")}</p>
      {figures.data.items.length > 0 && (
        <DataTable caption={t("trainings.figures")} rows={figures.data.items} rowKey={({ year, member }) => `${year} ${member}`} columns={[
          { key: "year", label: t("trainings.field.year"), cell: ({ year }) => year },
          { key: "member", label: t("trainings.field.sent_by"), cell: ({ member }) => (member ? stateName(member) : t("trainings.all_members")) },
          { key: "people", label: t("trainings.field.people"), cell: ({ people }) => people, numeric: true },
          { key: "places", label: t("trainings.field.places"), cell: ({ places }) => places, numeric: true },
        ]} />)}
    </Section>
  );
}

function TrainingTable({ list, signedIn }: { list: ReturnType<typeof useList<{ items: Training[]; next?: string }>>; signedIn: boolean }) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const format = useFormat();
  return (
    <DataTable caption={t("trainings.title")} rows={list.items} rowKey={({ id }) => id} more={list}
               empty={<Empty title={t("trainings.empty")} hint={t("trainings.empty_hint")} icon="meeting" />} columns={[
      { key: "title", label: t("trainings.field.course"), cell: (training) => {
        const title = two(training.title_en, training.title_ru);
        return signedIn ? <Link to="/trainings/$trainingId" params={{ trainingId: training.id }}>{title}</Link> : title;
      } },
      { key: "days", label: t("trainings.field.days"), cell: (training) => days(training) },
      { key: "place", label: t("trainings.field.place"), cell: ({ place, mode }) => place || t(`trainings.mode.${mode}`) },
      { key: "host", label: t("trainings.field.host"), cell: ({ host_name }) => host_name },
      { key: "language", label: t("trainings.field.language"), cell: ({ language }) => t(`common.language_name.${language}`) },
      { key: "apply", label: t("trainings.field.apply_until"), cell: ({ cancelled_because, apply_until }) => (
        cancelled_because ? <StatusBadge tone="neutral">{t("trainings.cancelled")}</StatusBadge> : format.longDate(apply_until)) },
    ]} />
  );
}

/** The catalogue: what is held where and when. Open to all; members see more. */
export function TrainingsPage() {
  const { t, i18n } = useTranslation();
  const topics = useTopicChoices();
  const { session, can } = useSession();
  const member = can("read_council");
  const [search, setSearch] = useSearchState({ year: "", topic: "" });
  const language = i18n.language;
  const query = (cursor?: string) => ({ cursor, language, ...(search.year ? { year: Number(search.year) } : {}), ...(search.topic ? { topic: search.topic } : {}) });
  const list = useList(["trainings", "list", member, search, language], (cursor) => (member
    ? body(api.GET("/api/trainings", { params: { query: query(cursor) } }))
    : body(api.GET("/api/public/trainings", { params: { query: query(cursor) } }))));
  const thisYear = new Date().getFullYear();
  return (
    <Page title={t("trainings.title")} lead={t("trainings.lead")} actions={list.first?.may_edit && session && (
      <Group>
        <ButtonLink to="/courses" variant="default">{t("trainings.courses")}</ButtonLink>
        <ButtonLink to="/trainings/new" leftSection={<Icon name="plus" size={18} />}>{t("trainings.plan")}</ButtonLink>
      </Group>)}>
      <Section title={t("trainings.catalogue")} plain>
        <Group align="flex-end">
          <SelectField label={t("trainings.field.year")} unchosen={t("common.all")} value={search.year || null} onChange={(year) => setSearch({ year: year ?? "" })}
                       choices={Array.from({ length: 8 }, (_, i) => String(thisYear + 1 - i)).map((year) => ({ value: year, label: year }))} />
          <SelectField label={t("trainings.field.topic")} unchosen={t("common.all")} value={search.topic || null} onChange={(topic) => setSearch({ topic: topic ?? "" })}
                       choices={topics} />
        </Group>
        {list.data ? <TrainingTable list={list} signedIn={member} /> : <Waiting for={list} />}
      </Section>
      {member && <Figures />}
      <Section title={t("trainings.check.title")} plain>
        <p>{t("trainings.check.lead")}</p>
        <Group><ButtonLink to="/certificates" variant="default">{t("trainings.check.go")}</ButtonLink></Group>
      </Section>
    </Page>
  );
}

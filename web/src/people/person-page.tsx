import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Problem } from "../api/problem";
import { ButtonLink, Empty, Facts, Icon, Link, Page, Section, useFormat, Waiting } from "../ui";
import { AssignDialog } from "./assign-dialog";
import { useBirthDate } from "./birth-date";
import { CaseLink } from "./case-link";
import { fullName, useNames } from "./choices";
import { DocumentsSection } from "./documents-section";
import { StepBadge } from "./step-badge";

export type Person = Schemas["Person"];

export const personQuery = (personId: string) => ({
  queryKey: ["people", personId],
  queryFn: () => body(api.GET("/api/persons/{person_id}", { params: { path: { person_id: personId } } })),
});

function AboutSection({ person }: { person: Person }) {
  const { t } = useTranslation();
  const born = useBirthDate();
  const [main, ...others] = person.names;
  return (
    <Section title={t("people.person.facts")}>
      <Facts of={[
        { label: t("people.person.main_name"), value: main ? fullName(main) : null },
        { label: t("people.field.other_names"), value: others.length ? <Stack gap={2}>{others.map((name) => <span key={fullName(name)}>{fullName(name)}</span>)}</Stack> : null },
        { label: t("people.field.sex"), value: t(`common.sex.${person.sex}`) },
        { label: t("people.field.born_on"), value: born(person.born_on, person.age) },
        { label: t("people.field.birth_place"), value: person.details.birth_place },
        { label: t("people.field.citizenship"), value: person.details.citizenship },
        { label: t("people.field.note"), value: person.details.note && <Text style={{ whiteSpace: "pre-line" }}>{person.details.note}</Text> },
      ]} />
    </Section>
  );
}

function ArrivalSection({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const family = person.family && (
    <>
      <Link to="/families/$familyId" params={{ familyId: person.family.id }}>{t("people.family.title", { code: person.family.code })}</Link>
      {person.relationship && <Text span>{`, ${names.relationship(person.relationship)}`}</Text>}
    </>);
  return (
    <Section title={t("people.person.arrival")}>
      <Facts of={[
        { label: t("people.field.entry_route"), value: t(`people.route.${person.entry_route}`) },
        { label: t("people.field.operation"), value: names.stage(person.stage_id) },
        { label: t("people.field.arrived_on"), value: person.arrived_on ? format.longDate(person.arrived_on) : null },
        { label: t("people.field.family"), value: family ?? t("people.person.no_family") },
        { label: t("people.field.listed_relationship"), value: person.relationship ? null : person.details.listed_relationship },
        { label: t("people.field.region"), value: names.region(person.region) ?? t("common.unknown") },
        { label: t("people.field.listed_region"), value: person.region ? null : person.details.listed_region },
        { label: t("people.field.district"), value: person.district },
        { label: t("people.field.phone"), value: person.details.phone },
        { label: t("people.field.contact_times"), value: person.details.contact_times },
        { label: t("people.field.worker"), value: person.assigned_to?.name ?? t("people.person.unassigned") },
      ]} />
    </Section>
  );
}

function Merged({ into }: { into: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t("people.register.title")}>
      <Empty icon="copies" title={t("people.person.merged")}>
        <ButtonLink to="/people/$personId" params={{ personId: into }}>{t("people.person.to_merged")}</ButtonLink>
      </Empty>
    </Page>
  );
}

/** One person: who they are as written, how they came, their documents, and the way to the case file. */
export function PersonPage({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const query = useQuery(personQuery(personId));
  const person = query.data;
  if (query.error instanceof Problem && query.error.key === "person.merged") return <Merged into={query.error.params.into ?? ""} />;
  if (!person) return <Waiting for={query} />;
  const [main] = person.names;
  return (
    <Page title={main ? fullName(main) : person.code} breadcrumbs={[{ to: "/people", label: t("people.nav.register") }]}
          lead={<Group gap="sm"><Text span>{person.code}</Text><StepBadge step={person.step} /></Group>}
          actions={<>
            {person.allows.assign && <AssignDialog person={person} />}
            {person.allows.edit && (
              <ButtonLink to="/people/$personId/edit" params={{ personId }} variant="default" leftSection={<Icon name="edit" />}>{t("people.person.edit")}</ButtonLink>)}
          </>}>
      <CaseLink person={person} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <AboutSection person={person} />
        <ArrivalSection person={person} />
      </SimpleGrid>
      <DocumentsSection person={person} />
      <Text size="sm" c="dimmed">{t("people.person.logged")}</Text>
    </Page>
  );
}

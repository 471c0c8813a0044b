import { Anchor, Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useTwo } from "../i18n/two";
import { DateField, Facts, Form, NumberField, Opening, Page, Section, SelectField, StatusBadge, TextArea, TextField, useFormat, Waiting, type Tone } from "../ui";
import { BodyField } from "./body-field";
import classes from "./meetings.module.css";
import { groupsQuery, nameIn, useLanguage, type WorkingGroup } from "./session-queries";

type Deliverable = Schemas["GroupDeliverable"];
const TONES: Record<Deliverable["state"], Tone> = { open: "waiting", done: "good", dropped: "neutral" };

function useGroupAction<Values>(act: (values: Values) => Promise<unknown>, close: () => void) {
  const { t } = useTranslation();
  return useAction(act, { refresh: [["groups"]], said: t("common.saved"), done: close });
}

function EditGroup({ group, close }: { group: WorkingGroup; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { mandate_en: group.mandate_en, mandate_ru: group.mandate_ru, first: group.co_leads[0] ?? null as string | null, second: group.co_leads[1] ?? null as string | null, plan_year: group.plan_year ?? null as number | null } });
  const save = useGroupAction(({ first, second, plan_year, ...texts }: typeof form.values) => body(api.PUT("/api/groups/{code}", {
    params: { path: { code: group.code } },
    body: { ...texts, version: group.version, co_leads: [first, second, ...group.co_leads.slice(2)].filter((code): code is string => Boolean(code)), ...(plan_year ? { plan_year } : {}) } })), close);
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("meetings.groups.mandate_en")} lang="en" limit={4000} {...form.getInputProps("mandate_en")} />
        <TextArea label={t("meetings.groups.mandate_ru")} lang="ru" limit={4000} {...form.getInputProps("mandate_ru")} />
        <BodyField label={t("meetings.groups.lead_1")} unchosen={t("common.none")} {...form.getInputProps("first")} />
        <BodyField label={t("meetings.groups.lead_2")} unchosen={t("common.none")} {...form.getInputProps("second")} />
        <NumberField label={t("meetings.groups.plan_year")} min={2020} max={2100} thousandSeparator="" {...form.getInputProps("plan_year")} />
      </SimpleGrid>
    </Form>
  );
}

interface Draft { plan_year: number | null; title_en: string; title_ru: string; due_on: string | null; state: string | null; note: string }

function EditDeliverable({ group, deliverable, close }: { group: WorkingGroup; deliverable?: Deliverable; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: deliverable
    ? { ...deliverable, due_on: deliverable.due_on ?? null } : { plan_year: group.plan_year ?? new Date().getFullYear(), title_en: "", title_ru: "", due_on: null, state: "open", note: "" } });
  const save = useGroupAction(({ plan_year, title_en, title_ru, due_on, state, note }: Draft) => {
    const input: Schemas["GroupDeliverableInput"] = { plan_year: plan_year ?? 0, title_en, title_ru, note, state: state as Deliverable["state"], ...(due_on ? { due_on } : {}) };
    return deliverable
      ? body(api.PUT("/api/groups/{code}/deliverables/{deliverable_id}", { params: { path: { code: group.code, deliverable_id: deliverable.id } }, body: { ...input, version: deliverable.version } }))
      : body(api.POST("/api/groups/{code}/deliverables", { params: { path: { code: group.code } }, body: input }));
  }, close);
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("meetings.groups.deliverable")} required maxLength={300} {...form.getInputProps("title_en")} />
        <TextField label={t("meetings.field.in_russian")} lang="ru" maxLength={300} {...form.getInputProps("title_ru")} />
        <NumberField label={t("meetings.groups.plan_year")} required min={2020} max={2100} thousandSeparator="" {...form.getInputProps("plan_year")} />
        <DateField label={t("meetings.groups.due_on")} {...form.getInputProps("due_on")} />
        <SelectField label={t("meetings.groups.state")} unchosen={null} required choices={["open", "done", "dropped"].map((value) => ({ value, label: t(`meetings.groups.states.${value}`) }))} {...form.getInputProps("state")} />
        <TextField label={t("meetings.groups.note")} description={t("meetings.groups.note_hint")} maxLength={1000} {...form.getInputProps("note")} />
      </SimpleGrid>
    </Form>
  );
}

function GroupSection({ group, names, mayEdit }: { group: WorkingGroup; names: Record<string, string>; mayEdit: boolean }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  return (
    <Section title={two(group.name_en, group.name_ru)}>
      <Facts of={[
        { label: t("meetings.groups.mandate"), value: two(group.mandate_en, group.mandate_ru) || t("meetings.groups.not_known") },
        { label: t("meetings.groups.co_leads"), value: group.co_leads.map((code) => nameIn(names, code)).join("; ") || t("meetings.groups.not_known") },
        { label: t("meetings.groups.plan_year"), value: group.plan_year ?? t("meetings.groups.not_known") },
        { label: t("meetings.source.source"), value: <Anchor href={group.source_url} rel="noreferrer" target="_blank" inherit>{group.source}</Anchor> },
      ]} />
      {group.deliverables.length > 0 && (
        <ul className={classes.plain}>
          {group.deliverables.map((each) => (
            <li key={each.id}>
              <Group gap="xs"><b>{each.plan_year}</b><span>{two(each.title_en, each.title_ru)}</span><StatusBadge tone={TONES[each.state]}>{t(`meetings.groups.states.${each.state}`)}</StatusBadge></Group>
              {(each.due_on || each.note) && <Text size="sm" c="dimmed">{[each.due_on && t("meetings.groups.due", { date: format.longDate(each.due_on) }), each.note].filter(Boolean).join(" · ")}</Text>}
              {mayEdit && <Opening key={each.version} label={t("common.edit")} spoken={t("meetings.groups.edit_named", { title: two(each.title_en, each.title_ru) })} variant="default" size="xs" leftSection={null}>
                {(close) => <EditDeliverable group={group} deliverable={each} close={close} />}</Opening>}
            </li>))}
        </ul>)}
      {mayEdit && (
        <Group align="flex-start">
          <Opening key={group.version} label={t("common.edit")} spoken={t("meetings.groups.edit_named", { title: two(group.name_en, group.name_ru) })} variant="default">{(close) => <EditGroup group={group} close={close} />}</Opening>
          <Opening label={t("meetings.groups.add")} spoken={t("meetings.groups.add_to", { title: two(group.name_en, group.name_ru) })} variant="default">{(close) => <EditDeliverable group={group} close={close} />}</Opening>
        </Group>)}
    </Section>
  );
}

/** The working groups: what they are to do, who leads, what they promised for a year. */
export function GroupsPage() {
  const { t } = useTranslation();
  const groups = useQuery(groupsQuery(useLanguage()));
  if (!groups.data) return <Waiting for={groups} />;
  const { items, names, may_edit } = groups.data;
  return (
    <Page title={t("meetings.groups.title")} lead={t("meetings.groups.lead")} breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}>
      {items.map((group) => <GroupSection key={group.code} group={group} names={names} mayEdit={may_edit} />)}
    </Page>
  );
}

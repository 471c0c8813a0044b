import { SimpleGrid } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useTwo } from "../i18n/two";
import { CheckField, DateField, SelectField, TextArea, TextField } from "../ui";
import { BodyField, OrganisersField } from "./body-field";
import { groupsQuery, MEETING_KINDS, MODES, OFFSETS, useLanguage, type Meeting } from "./session-queries";

export interface MeetingDraft {
  kind: Schemas["MeetingKind"];
  mode: Schemas["MeetingMode"];
  title: string;
  title_ru: string;
  host: string | null;
  place: string;
  starts_on: string | null;
  ends_on: string | null;
  opens_at: string;
  closes_at: string;
  utc_offset_minutes: string | null;
  register_until: string | null;
  group: string | null;
  is_public: boolean;
  organisers: string[];
  about_en: string;
  about_ru: string;
  questions: string;
}

export const emptyMeeting: MeetingDraft = {
  kind: "plenary", mode: "in_person", title: "", title_ru: "", host: null, place: "", starts_on: null, ends_on: null, opens_at: "", closes_at: "",
  utc_offset_minutes: "300", register_until: null, group: null, is_public: false, organisers: [], about_en: "", about_ru: "", questions: "",
};
export const draftOf = (meeting: Meeting): MeetingDraft => ({
  kind: meeting.kind, mode: meeting.mode, title: meeting.title, title_ru: meeting.title_ru, host: meeting.host || null, place: meeting.place,
  starts_on: meeting.starts_on, ends_on: meeting.ends_on, opens_at: meeting.opens_at, closes_at: meeting.closes_at,
  utc_offset_minutes: String(meeting.utc_offset_minutes), register_until: meeting.register_until ?? null, group: meeting.group || null,
  is_public: meeting.is_public, organisers: meeting.organisers, about_en: meeting.about_en, about_ru: meeting.about_ru, questions: meeting.questions,
});

/** A session of one day ends when it begins; a group meets in a working group's session alone. */
export const inputOf = ({ host, starts_on, ends_on, utc_offset_minutes, register_until, group, questions, ...rest }: MeetingDraft): Schemas["MeetingInput"] => ({
  ...rest, host: host ?? "", starts_on: starts_on ?? "", ends_on: ends_on ?? starts_on ?? "", utc_offset_minutes: Number(utc_offset_minutes ?? 300),
  group: rest.kind === "working_group" ? group ?? "" : "", questions: rest.kind === "site_visit" ? questions : "",
  ...(register_until ? { register_until } : {}),
});

/** What a session is: kind, names, place, times, and who may read of it. */
export function MeetingFields({ form, names = {} }: { form: UseFormReturnType<MeetingDraft>; names?: Record<string, string> }) {
  const { t } = useTranslation();
  const two = useTwo();
  const groups = useQuery(groupsQuery(useLanguage())).data?.items ?? [];
  const { kind } = form.values;
  return (
    <>
      <TextField label={t("meetings.field.title")} description={t("meetings.field.title_hint")} required maxLength={300} {...form.getInputProps("title")} />
      <TextField label={t("meetings.field.in_russian")} lang="ru" maxLength={300} {...form.getInputProps("title_ru")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("meetings.field.kind")} unchosen={null} required {...form.getInputProps("kind")}
                     choices={MEETING_KINDS.map((each) => ({ value: each, label: t(`meetings.kind.${each}`) }))} />
        <SelectField label={t("meetings.field.mode")} unchosen={null} required {...form.getInputProps("mode")}
                     choices={MODES.map((each) => ({ value: each, label: t(`meetings.mode.${each}`) }))} />
        {kind === "working_group" && <SelectField label={t("meetings.field.group")} unchosen={t("meetings.all_groups")} {...form.getInputProps("group")}
                     choices={groups.map(({ code, name_en, name_ru }) => ({ value: code, label: two(name_en, name_ru) }))} />}
        <BodyField label={t("meetings.field.host")} unchosen={t("meetings.no_host")} {...form.getInputProps("host")} />
        <TextField label={t("meetings.field.place")} maxLength={200} {...form.getInputProps("place")} />
        <DateField label={t("meetings.field.starts_on")} required {...form.getInputProps("starts_on")} />
        <DateField label={t("meetings.field.ends_on")} description={t("meetings.field.ends_on_hint")} {...form.getInputProps("ends_on")} />
        <TextField label={t("meetings.field.opens_at")} description={t("meetings.field.clock_hint")} maxLength={5} {...form.getInputProps("opens_at")} />
        <TextField label={t("meetings.field.closes_at")} description={t("meetings.field.clock_hint")} maxLength={5} {...form.getInputProps("closes_at")} />
        <SelectField label={t("meetings.field.offset")} description={t("meetings.field.offset_hint")} unchosen={null} choices={OFFSETS} {...form.getInputProps("utc_offset_minutes")} />
        <DateField label={t("meetings.field.register_until")} description={t("meetings.field.register_until_hint")} {...form.getInputProps("register_until")} />
      </SimpleGrid>
      <OrganisersField value={form.values.organisers} onChange={(codes) => form.setFieldValue("organisers", codes)} names={names} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("meetings.field.about_en")} lang="en" limit={4000} {...form.getInputProps("about_en")} />
        <TextArea label={t("meetings.field.about_ru")} lang="ru" limit={4000} {...form.getInputProps("about_ru")} />
      </SimpleGrid>
      {kind === "site_visit" && <TextArea label={t("meetings.field.questions")} description={t("meetings.field.questions_hint")} limit={4000} {...form.getInputProps("questions")} />}
      <CheckField label={t("meetings.field.is_public")} description={t("meetings.field.is_public_hint")} {...form.getInputProps("is_public", { type: "checkbox" })} />
    </>
  );
}

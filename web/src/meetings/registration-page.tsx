import { Button, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { eachDay, today } from "../i18n/dates";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import { useTwo } from "../i18n/two";
import { ConfirmDialog, DataTable, Empty, Form, Opened, Opening, Page, ProblemNotice, Section, SelectField, TextField, useFormat, Waiting } from "../ui";
import { BodyField } from "./body-field";
import classes from "./meetings.module.css";
import {
  ALL_ROLES, meetingQuery, nameIn, registrationQuery, ROLES, useLanguage, useSessionAction, type Delegate, type Meeting, type Registration,
} from "./session-queries";

interface Draft { body: string | null; role: string | null; name: string; function: string; language: string | null; access_needs: string }
const inputOf = (draft: Draft): Schemas["DelegateInput"] =>
  ({ ...draft, body: draft.body ?? "", role: (draft.role ?? "delegate") as Schemas["DelegateRole"], language: draft.language ?? "" });

interface DelegateFormProps { initial: Draft; manage: boolean; fixedBody: boolean; save: (draft: Draft) => Promise<unknown>; submit: string; close: () => void }

function DelegateForm({ initial, manage, fixedBody, save, submit, close }: DelegateFormProps) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: initial });
  const action = useSessionAction(save, close);
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {!fixedBody && <BodyField label={t("meetings.registration.delegation")} placeholder={t("meetings.registration.no_body")} {...form.getInputProps("body")} />}
        <SelectField label={t("meetings.delegate.role")} required {...form.getInputProps("role")}
                     choices={(manage ? ALL_ROLES : ROLES).map((role) => ({ value: role, label: t(`meetings.delegate.roles.${role}`) }))} />
        <TextField label={t("meetings.delegate.name")} required maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
        <TextField label={t("meetings.delegate.function")} required maxLength={200} {...form.getInputProps("function")} />
        <SelectField label={t("meetings.delegate.language")} required {...form.getInputProps("language")}
                     choices={SPOKEN_LANGUAGES.map((code) => ({ value: code, label: t(`common.language_name.${code}`) }))} />
        <TextField label={t("meetings.delegate.access_needs")} description={t("meetings.delegate.access_needs_hint")} maxLength={500} {...form.getInputProps("access_needs")} />
      </SimpleGrid>
    </Form>
  );
}

/** A session with more days than these was entered by mistake. */
const MOST_DAYS = 31;

function Attendance({ meeting, delegate, manage }: { meeting: Meeting; delegate: Delegate; manage: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tick = useSessionAction((days: string[]) => body(api.PUT("/api/meetings/{session_id}/delegates/{delegate_id}/attendance", {
    params: { path: { session_id: meeting.id, delegate_id: delegate.id } }, body: { days } })));
  if (!manage || meeting.starts_on > today()) return <>{delegate.attended.map(format.date).join(", ") || "–"}</>;
  const { attended } = delegate;
  return (
    <>
      {eachDay(meeting.starts_on, meeting.ends_on).slice(0, MOST_DAYS).map((day) => (
        <Checkbox key={day} size="sm" label={format.date(day)} aria-label={t("meetings.delegate.was_there", { name: delegate.name, day: format.date(day) })} disabled={tick.pending || day > today()}
                  checked={attended.includes(day)} onChange={({ currentTarget }) => void tick.run(currentTarget.checked ? [...attended, day] : attended.filter((each) => each !== day))} />))}
      {tick.problem && <ProblemNotice problem={tick.problem} />}
    </>
  );
}

function Tools({ meeting, delegate, edit }: { meeting: Meeting; delegate: Delegate; edit: () => void }) {
  const { t } = useTranslation();
  const { name, version } = delegate;
  const withdraw = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/delegates/{delegate_id}/withdrawal", {
    params: { path: { session_id: meeting.id, delegate_id: delegate.id } }, body: { version } })));
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" size="xs" aria-label={t("meetings.delegate.edit_named", { name })} onClick={edit}>{t("common.edit")}</Button>
      <ConfirmDialog action={withdraw} button={t("meetings.delegate.withdraw")} title={t("meetings.delegate.withdraw_named", { name })} confirm={t("meetings.delegate.withdraw")}
                     buttonProps={{ size: "xs" }} danger>{t("meetings.delegate.withdraw_hint")}</ConfirmDialog>
    </Group>
  );
}

/** Changes one registration, under the table: in its cell there is no room for a form. */
function EditDelegate({ meeting, delegate, manage, close }: { meeting: Meeting; delegate: Delegate; manage: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { body: code, role, name, function: does, language, access_needs } = delegate;
  const save = (draft: Draft) => body(api.PUT("/api/meetings/{session_id}/delegates/{delegate_id}", {
    params: { path: { session_id: meeting.id, delegate_id: delegate.id } }, body: { ...inputOf(draft), version: delegate.version } }));
  return (
    <Opened key={delegate.id}>
      <h3 className={classes.number}>{t("meetings.delegate.edit_named", { name })}</h3>
      <DelegateForm initial={{ body: code, role, name, function: does, language, access_needs }} manage={manage} fixedBody save={save} submit={t("common.save")} close={close} />
    </Opened>
  );
}

function Delegates({ meeting, registration }: { meeting: Meeting; registration: Registration }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const { delegates, names, allows } = registration;
  const manage = allows.manage;
  const mayChange = manage || allows.register_as !== "";
  const edited = delegates.find(({ id }) => id === editing);
  const small = (text: string) => <Text size="sm" c="dimmed">{text}</Text>;
  return (
    <>
      <DataTable caption={t("meetings.registration.people_here")} rows={delegates} rowKey={({ id }) => id}
                 empty={<Empty title={t("meetings.registration.nobody")} icon="person" />} columns={[
        { key: "name", label: t("meetings.delegate.name"), cell: ({ name, access_needs }) => <>{name}{access_needs && small(access_needs)}</> },
        { key: "body", label: t("meetings.registration.delegation"), cell: (one) => (one.body ? nameIn(names, one.body) : t("meetings.registration.no_body")) },
        { key: "role", label: t("meetings.delegate.role"), cell: ({ role, function: does }) => <>{t(`meetings.delegate.roles.${role}`)}{small(does)}</> },
        { key: "language", label: t("meetings.delegate.language"), cell: ({ language }) => t(`common.language_name.${language}`, { defaultValue: language }) },
        { key: "attended", label: t("meetings.registration.attended"), cell: (one) => <Attendance meeting={meeting} delegate={one} manage={manage} /> },
        ...(mayChange ? [{ key: "tools", label: t("meetings.delegate.change"), cell: (one: Delegate) => <Tools meeting={meeting} delegate={one} edit={() => setEditing(one.id)} /> }] : []),
      ]} />
      {edited && mayChange && <EditDelegate meeting={meeting} delegate={edited} manage={manage} close={() => setEditing(null)} />}
    </>
  );
}

/** The delegates whom this reader may see: all for the secretariat, their own for a delegation. */
export function RegistrationPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const language = useLanguage();
  const query = useQuery(meetingQuery(sessionId, language));
  const registration = useQuery(registrationQuery(sessionId, language));
  if (!query.data) return <Waiting for={query} />;
  if (!registration.data) return <Waiting for={registration} />;
  const meeting = query.data;
  const { allows, until, open, names } = registration.data;
  const register = (draft: Draft) => body(api.POST("/api/meetings/{session_id}/delegates", { params: { path: { session_id: sessionId } }, body: inputOf(draft) }));
  const mayRegister = allows.manage || allows.register_as !== "";
  return (
    <Page title={t("meetings.registration.title")} lead={two(meeting.title, meeting.title_ru)}
          breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }, { to: `/meetings/${sessionId}`, label: two(meeting.title, meeting.title_ru) }]}>
      <Section title={allows.register_as ? t("meetings.registration.of", { body: nameIn(names, allows.register_as) }) : t("meetings.registration.people_here")}>
        <Text>{t("meetings.registration.privacy")}</Text>
        {until && <Text c="dimmed">{open ? t("meetings.registration.until", { date: format.longDate(until) }) : t("meetings.registration.closed")}</Text>}
        <Delegates meeting={meeting} registration={registration.data} />
        {mayRegister && (
          <Opening label={t("meetings.delegate.add")}>
            {(close) => <DelegateForm initial={{ body: allows.register_as || null, role: null, name: "", function: "", language: null, access_needs: "" }}
                                      manage={allows.manage} fixedBody={!allows.manage} save={register} submit={t("meetings.delegate.register")} close={close} />}
          </Opening>)}
      </Section>
    </Page>
  );
}

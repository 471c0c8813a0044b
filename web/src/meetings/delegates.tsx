import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { eachDay, today } from "../i18n/dates";
import { ConfirmDialog, DataTable, Empty, Opened, ProblemNotice, useFormat } from "../ui";
import { DelegateForm, delegateInput, type DelegateDraft } from "./delegate-form";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type Delegate, type Meeting, type Registration } from "./session-queries";

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
  const save = (draft: DelegateDraft) => body(api.PUT("/api/meetings/{session_id}/delegates/{delegate_id}", {
    params: { path: { session_id: meeting.id, delegate_id: delegate.id } }, body: { ...delegateInput(draft), version: delegate.version } }));
  return (
    <Opened key={delegate.id}>
      <h3 className={classes.number}>{t("meetings.delegate.edit_named", { name })}</h3>
      <DelegateForm initial={{ body: code, role, name, function: does, language, access_needs }} manage={manage} fixedBody save={save} submit={t("common.save")} close={close} />
    </Opened>
  );
}

/** Who is registered, who was there, and for those who may, changes. */
export function Delegates({ meeting, registration }: { meeting: Meeting; registration: Registration }) {
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

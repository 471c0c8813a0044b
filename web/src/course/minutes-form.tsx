import { Button, Fieldset } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { plusDays, today } from "../i18n/dates";
import { CheckField, DateField, Form, Icon, SelectField, TextArea } from "../ui";
import { useParticipantName } from "./conference-page";
import type { Conference } from "./course-data";

interface Agreed { owner: string | null; due_on: string | null; text: string }
interface Draft { held_on: string | null; minutes: string; attended: boolean[]; agreed: Agreed[] }

/** Those who may be asked to do something: colleagues who took part, and the worker. */
function ownersOf({ participants, worker }: Conference) {
  const staff = [...participants.flatMap((each) => (each.staff ? [each.staff] : [])), ...(worker ? [worker] : [])];
  return [...new Map(staff.map(({ id, name }) => [id, { value: id, label: name }])).values()];
}

/** What was said, who was there, and who does what by when. */
export function MinutesForm({ conference, close }: { conference: Conference; close: () => void }) {
  const { t } = useTranslation();
  const nameOf = useParticipantName();
  const form = useForm<Draft>({ initialValues: {
    held_on: conference.held_on ?? today(), minutes: conference.state === "held" ? conference.minutes ?? "" : "",
    attended: conference.participants.map(({ attended }) => attended ?? true), agreed: [] } });
  const save = useAction(({ held_on, minutes, attended, agreed }: Draft) => body(api.PUT("/api/conferences/{conference_id}/minutes", {
    params: { path: { conference_id: conference.id } },
    body: { version: conference.version, held_on: held_on ?? "", minutes: minutes.trim(), attended,
      agreed: agreed.map(({ owner, due_on, text }) => ({ owner: owner ?? "", due_on: due_on ?? "", text: text.trim() })) } })),
  { refresh: [["conferences"], ["cases", conference.case_id], ["tasks"]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <DateField label={t("course.conference.held_when")} required max={today()} {...form.getInputProps("held_on")} />
      <Fieldset legend={t("course.conference.who_was_there")}>
        {conference.participants.map((each, i) => (
          <CheckField key={i} label={nameOf(each)} checked={form.values.attended[i] ?? false}
                      onChange={() => form.setFieldValue(`attended.${i}`, !form.values.attended[i])} />))}
      </Fieldset>
      <TextArea label={t("course.conference.minutes")} required limit={20000} minRows={6} {...form.getInputProps("minutes")} />
      {form.values.agreed.map((_, i) => (
        <Fieldset key={i} legend={t("course.conference.agreed_number", { number: i + 1 })}>
          <TextArea label={t("course.conference.what")} required limit={4000} minRows={1} {...form.getInputProps(`agreed.${i}.text`)} />
          <SelectField label={t("course.conference.owner")} required choices={ownersOf(conference)} {...form.getInputProps(`agreed.${i}.owner`)} />
          <DateField label={t("course.conference.due")} required {...form.getInputProps(`agreed.${i}.due_on`)} />
          <Button mt="sm" size="sm" variant="subtle" onClick={() => form.removeListItem("agreed", i)}>{t("common.remove")}</Button>
        </Fieldset>))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => form.insertListItem("agreed", { owner: null, due_on: plusDays(today(), 14), text: "" })}>
          {t("course.conference.add_agreed")}
        </Button>
      </div>
    </Form>
  );
}

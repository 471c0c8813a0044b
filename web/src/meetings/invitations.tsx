import { Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useSession } from "../session/session";
import { Form, Opening, RadioField, StatusBadge, TextField, type Tone } from "../ui";
import { BodyField } from "./body-field";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type Meeting, type Registration } from "./session-queries";

type Invitation = Schemas["MeetingInvitation"];
const ANSWERS = ["accepted", "tentative", "declined"] as const;
const TONES: Record<Invitation["answer"], Tone> = { none: "waiting", accepted: "good", tentative: "neutral", declined: "neutral" };

function Invite({ meeting, invited, close }: { meeting: Meeting; invited: Invitation[]; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ body: string | null }>({ initialValues: { body: null } });
  const invite = useSessionAction(({ body: code }: { body: string | null }) => body(api.POST("/api/meetings/{session_id}/invitations", {
    params: { path: { session_id: meeting.id } }, body: { body: code ?? "" } })), close);
  return (
    <Form form={form} action={invite} submit={t("meetings.invitation.send")} close={close}>
      <BodyField label={t("meetings.invitation.body")} description={t("meetings.invitation.body_hint")} required without={invited.map((each) => each.body)} {...form.getInputProps("body")} />
    </Form>
  );
}

function Answer({ meeting, invitation, close }: { meeting: Meeting; invitation: Invitation; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ answer: string | null; note: string }>({ initialValues: { answer: invitation.answer === "none" ? null : invitation.answer, note: invitation.note } });
  const save = useSessionAction(({ answer, note }: { answer: string | null; note: string }) => body(api.POST("/api/meetings/{session_id}/invitations/{invitation_id}/answer", {
    params: { path: { session_id: meeting.id, invitation_id: invitation.id } }, body: { answer: answer as (typeof ANSWERS)[number], note } })), close);
  return (
    <Form form={form} action={save} submit={t("meetings.invitation.answer_it")} close={close}>
      <RadioField label={t("meetings.invitation.question")} required choices={ANSWERS.map((value) => ({ value, label: t(`meetings.invitation.answer.${value}`) }))} {...form.getInputProps("answer")} />
      <TextField label={t("meetings.invitation.note")} maxLength={500} {...form.getInputProps("note")} />
    </Form>
  );
}

/** Who is invited: for the secretariat all with their answers, for a body its own, to be answered. */
export function Invitations({ meeting, registration }: { meeting: Meeting; registration: Registration }) {
  const { t } = useTranslation();
  const { session, can } = useSession();
  const { invitations, invitation_counts: counts, names, allows } = registration;
  const planned = meeting.state === "planned";
  const mayAnswer = (code: string) => planned && (allows.manage || (can("speak_for_member") && session?.account.member === code));
  return (
    <div className={classes.stack}>
      {counts.invited > 0 && <Text>{t("meetings.invitation.counts", counts)}</Text>}
      {invitations.length > 0 && (
        <ul className={classes.plain}>
          {invitations.map((each) => (
            <li key={each.id}>
              <Group gap="xs"><b>{nameIn(names, each.body)}</b><StatusBadge tone={TONES[each.answer]}>{t(`meetings.invitation.answer.${each.answer}`)}</StatusBadge></Group>
              {each.note && <Text size="sm" c="dimmed">{each.note}</Text>}
              {mayAnswer(each.body) && (
                <Opening label={t("meetings.invitation.answer_it")} spoken={t("meetings.invitation.answer_for", { body: nameIn(names, each.body) })} variant="default" size="xs" leftSection={null}>
                  {(close) => <Answer meeting={meeting} invitation={each} close={close} />}
                </Opening>)}
            </li>))}
        </ul>)}
      {allows.manage && planned && <Opening label={t("meetings.invitation.add")} variant="default">{(close) => <Invite meeting={meeting} invited={invitations} close={close} />}</Opening>}
    </div>
  );
}

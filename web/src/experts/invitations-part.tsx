import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { DateField, DueBadge, Empty, Form, Link, RadioField, Section, SelectField, StatusBadge, TextArea, useFormat } from "../ui";
import { Opening } from "../ui/opening";
import classes from "./experts.module.css";
import { EXPERTS, type Expert, type Invitation } from "./queries";
import { useInvitable } from "./invitable";

const PAGES: Record<Invitation["to_kind"], string> = { session: "/meetings/$id", training: "/trainings/$id", practice: "/practices/$id" };
const KINDS = ["session", "training", "practice"] as const;

function Invite({ expert, close }: { expert: Expert; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { to_kind: "session" as Invitation["to_kind"], to_id: null as string | null, message: "", respond_by: null as string | null } });
  const things = useInvitable(form.values.to_kind);
  const invite = useAction(({ to_kind, to_id, message, respond_by }: typeof form.values) => body(api.POST("/api/experts/{expert_id}/invitations", {
    params: { path: { expert_id: expert.id } },
    body: { to_kind, to_id: to_id ?? "", to_title: things.find(({ value }) => value === to_id)?.label ?? "", message, respond_by: respond_by ?? "" } })),
  { refresh: EXPERTS, said: t("experts.invitation.sent"), done: close });
  return (
    <Form form={form} action={invite} submit={t("experts.invitation.send")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("experts.invitation.to")} unchosen={null} required {...form.getInputProps("to_kind")}
                     choices={KINDS.map((kind) => ({ value: kind, label: t(`experts.invitation.kind.${kind}`) }))} />
        <SelectField label={t("experts.invitation.which")} required choices={things} {...form.getInputProps("to_id")} />
        <DateField label={t("experts.invitation.respond_by")} required {...form.getInputProps("respond_by")} />
      </SimpleGrid>
      <TextArea label={t("experts.invitation.message")} limit={2000} {...form.getInputProps("message")} />
    </Form>
  );
}

function Answer({ invitation, close }: { invitation: Invitation; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { answer: null as "accepted" | "declined" | null, reason: "" } });
  const answer = useAction((values: typeof form.values) => body(api.POST("/api/invitations/{invitation_id}/answer", {
    params: { path: { invitation_id: invitation.id } }, body: { answer: values.answer ?? "declined", reason: values.reason } })),
  { refresh: EXPERTS, said: t("experts.invitation.answered_now"), done: close });
  return (
    <Form form={form} action={answer} submit={t("experts.invitation.answer")} close={close}>
      <RadioField label={t("experts.invitation.your_answer")} required {...form.getInputProps("answer")} choices={[
        { value: "accepted", label: t("experts.invitation.accept") }, { value: "declined", label: t("experts.invitation.decline") }]} />
      <TextArea label={t("experts.invitation.reason")} limit={2000} required={form.values.answer === "declined"} {...form.getInputProps("reason")} />
    </Form>
  );
}

function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { to_kind, to_id, to_title, message, respond_by, sent_at, answer, reason, allows } = invitation;
  return (
    <article className={classes.card} aria-label={to_title}>
      <Stack gap="xs">
        <Group gap="sm">
          <Link to={PAGES[to_kind]} params={{ id: to_id }}>{to_title}</Link> <span>{t(`experts.invitation.kind.${to_kind}`)}</span>
          {answer === "" ? <DueBadge on={respond_by} />
            : <StatusBadge tone={answer === "accepted" ? "good" : "neutral"}>{t(`experts.invitation.${answer}`)}</StatusBadge>}
        </Group>
        <Text size="sm" c="dimmed">{t("experts.invitation.sent_on", { date: format.dayOf(sent_at) })}</Text>
        {message && <Text className={classes.note}>{message}</Text>}
        {reason && <Text className={classes.note}>{t("experts.invitation.because", { reason })}</Text>}
        {allows.answer && (
          <Opening label={t("experts.invitation.answer")} spoken={`${t("experts.invitation.answer")}: ${to_title}`} variant="default" leftSection={null}>
            {(close) => <Answer invitation={invitation} close={close} />}
          </Opening>)}
      </Stack>
    </article>
  );
}

/** To what the expert was invited, and what they answered. */
export function InvitationsPart({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const invitations = expert.invitations ?? [];
  return (
    <Section title={t("experts.invitation.title")}>
      {invitations.map((invitation) => <InvitationCard key={invitation.id} invitation={invitation} />)}
      {invitations.length === 0 && <Empty title={t("experts.invitation.none")} icon="inbox" />}
      {expert.allows.invite && <Opening label={t("experts.invitation.invite")}>{(close) => <Invite expert={expert} close={close} />}</Opening>}
    </Section>
  );
}

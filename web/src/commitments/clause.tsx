import { Anchor, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useMemberStates, useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { Opening, Section, StatusBadge, Timeline, useFormat, Waiting } from "../ui";
import { ClauseForm, ReportForm } from "./clause-forms";
import classes from "./commitments.module.css";
import { STATUS_TONES, type Commitment, type DocumentPageData, type NationalAction } from "./queries";

function History({ commitmentId, state }: { commitmentId: string; state: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ queryKey: ["commitments", "history", commitmentId, state],
    queryFn: () => body(api.GET("/api/commitments/{commitment_id}/actions", { params: { path: { commitment_id: commitmentId }, query: { state } } })) });
  if (!query.data) return <Waiting for={query} />;
  return (
    <Timeline entries={query.data.items.map((item) => ({ key: item.id, when: format.instant(item.reported_at), icon: item.status === "done" ? "check" : "clock",
      title: t(`commitments.status.${item.status}`), content: <Text className={classes.text}>{item.what}</Text> }))} />
  );
}

function StateAction({ action, mayLookBack }: { action: NationalAction; mayLookBack: boolean }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Group gap="sm"><b>{stateName(action.state)}</b><StatusBadge tone={STATUS_TONES[action.status]}>{t(`commitments.status.${action.status}`)}</StatusBadge>
        <Text size="sm" c="dimmed">{format.dayOf(action.reported_at)}</Text></Group>
      <Text className={classes.text}>{action.what}</Text>
      {(action.evidence || action.evidence_link) && (
        <Text size="sm">{t("commitments.field.evidence")}: {action.evidence} {action.evidence_link && <Anchor href={action.evidence_link} rel="noreferrer external" underline="always">{t("commitments.see")}</Anchor>}</Text>)}
      {mayLookBack && <Button size="xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>{t("commitments.before", { state: stateName(action.state) })}</Button>}
      {open && <History commitmentId={action.commitment_id} state={action.state} />}
    </li>
  );
}

/** One clause, what each State says that it does about it, and who has said nothing yet. */
export function Clause({ commitment, data, member }: { commitment: Commitment; data: DocumentPageData; member: boolean }) {
  const { t } = useTranslation();
  const two = useTwo();
  const stateName = useStateName();
  const all = useMemberStates();
  const quiet = data.document.state ? [] : all.filter((state) => !commitment.actions.some((action) => action.state === state));
  return (
    <Section title={t("commitments.clause", { clause: commitment.clause })}>
      <Text className={classes.text}>{two(commitment.text_en, commitment.text_ru)}</Text>
      <Text size="sm" c="dimmed">{t("commitments.field.pillar")}: {t(`commitments.pillar.${commitment.pillar}`)} · {t(`common.topic.${commitment.topic}`)}</Text>
      {commitment.actions.length > 0 && <ul className={classes.actions}>{commitment.actions.map((action) => <StateAction key={action.id} action={action} mayLookBack={member} />)}</ul>}
      {quiet.length > 0 && <Text size="sm" c="dimmed">{t("commitments.not_reported", { states: quiet.map(stateName).join(", ") })}</Text>}
      <Group gap="sm" align="flex-start">
        {data.may_report.length > 0 && <Opening label={t("commitments.report")} spoken={t("commitments.report_on", { clause: commitment.clause })} variant="default" size="sm">
          {(close) => <ReportForm commitment={commitment} states={data.may_report} close={close} />}</Opening>}
        {data.document.allows.edit && <Opening label={t("commitments.change_clause")} spoken={t("commitments.change_clause_named", { clause: commitment.clause })} variant="default" size="sm" leftSection={null}>
          {(close) => <ClauseForm key={commitment.version} documentId={data.document.id} before={commitment} close={close} />}</Opening>}
      </Group>
    </Section>
  );
}

import { Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { plusDays, today } from "../i18n/dates";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { ConfirmDialog, DateField, Form, Opening, Section, TextArea, useFormat } from "../ui";
import classes from "./decisions.module.css";
import { CHANGED, type DecisionPageData, type Silence } from "./queries";
import { useDaysLeft } from "./words";

const inDays = (count: number) => plusDays(today(), count);

/** Lays the draft under silence. From then on only the calendar adopts it. */
function BeginSilence({ page, close }: { page: DecisionPageData; close: () => void }) {
  const { t } = useTranslation();
  const { decision, least_silence_days } = page;
  const form = useForm<{ ends_on: string | null }>({ initialValues: { ends_on: inDays(Math.max(14, least_silence_days)) } });
  const begin = useAction(({ ends_on }: { ends_on: string | null }) => body(api.POST("/api/decisions/{decision_id}/silence", {
    params: { path: { decision_id: decision.id } }, body: { version: decision.version, ends_on: ends_on ?? "" },
  })), { refresh: CHANGED, said: t("decisions.silence.begun_said"), done: close });
  return (
    <Form form={form} action={begin} submit={t("decisions.silence.begin")} close={close}>
      <Text>{t("decisions.silence.begin_what")}</Text>
      <DateField label={t("decisions.silence.ends_on")} description={t("decisions.silence.ends_on_hint", { count: least_silence_days })} required
                 min={inDays(least_silence_days)} {...form.getInputProps("ends_on")} />
    </Form>
  );
}

/** The objection of the reader's State: written, then confirmed. */
function ObjectForm({ decisionId, state }: { decisionId: string; state: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const object = useAction(() => body(api.POST("/api/decisions/{decision_id}/objection", { params: { path: { decision_id: decisionId } }, body: { reason } })),
    { refresh: CHANGED, said: t("decisions.silence.objected_said") });
  return (
    <Stack gap="sm">
      <TextArea label={t("decisions.silence.reason")} description={t("decisions.silence.object_hint", { state })} limit={4000}
                value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div>
        <ConfirmDialog action={object} button={t("decisions.silence.object")} title={t("decisions.silence.object_title", { state })}
                       confirm={t("decisions.silence.object_confirm", { state })} danger buttonProps={{ disabled: reason.trim() === "" }}>
          <p>{t("decisions.silence.object_what")}</p>
          <p className={classes.text}>{reason}</p>
        </ConfirmDialog>
      </div>
    </Stack>
  );
}

function WithdrawObjection({ decisionId, state }: { decisionId: string; state: string }) {
  const { t } = useTranslation();
  const withdraw = useAction(() => body(api.POST("/api/decisions/{decision_id}/objection/withdrawal", { params: { path: { decision_id: decisionId } } })),
    { refresh: CHANGED, said: t("decisions.silence.withdrawn_said") });
  return (
    <ConfirmDialog action={withdraw} button={t("decisions.silence.withdraw")} title={t("decisions.silence.withdraw_title", { state })} confirm={t("decisions.silence.withdraw")}>
      <p>{t("decisions.silence.withdraw_what")}</p>
    </ConfirmDialog>
  );
}

function Objections({ silence }: { silence: Silence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  return silence.objections.map(({ id, member, reason, made_by, made_at, withdrawn_at }) => (
    <div key={id} className={classes.spoken}>
      <b>{t("decisions.silence.objection_of", { state: stateName(member) })}</b>
      <Text className={classes.text}>{reason}</Text>
      <Text size="sm" c="dimmed">{t("decisions.story.by", { when: format.instant(made_at), who: made_by })}</Text>
      {withdrawn_at && <Text size="sm" c="dimmed">{t("decisions.silence.objection_withdrawn", { date: format.instant(withdrawn_at) })}</Text>}
    </div>
  ));
}

/** The silence that runs or was broken; who may, begins one, objects, or takes an objection back. */
export function SilencePanel({ page }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const daysLeft = useDaysLeft();
  const { session } = useSession();
  const { decision, silences, allows } = page;
  const state = stateName(session?.account.member ?? "");
  const last = silences.at(-1);
  const broken = decision.state === "objected" && last;
  if (decision.state !== "silence" && !broken && !allows.begin_silence) return null;
  return (
    <Section title={t("decisions.silence.title")}>
      {decision.ends_on && (
        <div>
          <p className={classes.countdown}>{daysLeft(decision.days_left ?? 0)}</p>
          <Text>{t("decisions.silence.until", { date: format.longDate(decision.ends_on) })} {t("decisions.silence.meaning")}</Text>
        </div>)}
      {broken && <Text>{t(last.objections.every(({ withdrawn_at }) => withdrawn_at) ? "decisions.silence.broken_taken_back" : "decisions.silence.broken")}</Text>}
      {last && <Objections silence={last} />}
      {allows.object && <ObjectForm decisionId={decision.id} state={state} />}
      <Group>
        {allows.withdraw_objection && <WithdrawObjection decisionId={decision.id} state={state} />}
        {allows.begin_silence && <Opening label={t("decisions.silence.begin")}>{(close) => <BeginSilence page={page} close={close} />}</Opening>}
      </Group>
    </Section>
  );
}

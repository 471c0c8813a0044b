import { Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { useTwo } from "../i18n/two";
import { ButtonLink, ConfirmDialog, Facts, Icon, Link, Section, Steps, TextArea, useFormat } from "../ui";
import { CHANGED, type Decision, type DecisionPageData } from "./queries";
import { DecisionState } from "./words";

function Withdraw({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const withdraw = useAction(() => body(api.POST("/api/decisions/{decision_id}/withdrawal", {
    params: { path: { decision_id: decision.id } }, body: { version: decision.version, reason },
  })), { refresh: CHANGED, said: t("common.saved") });
  return (
    <ConfirmDialog action={withdraw} button={t("decisions.withdraw.button")} title={t("decisions.withdraw.title")} confirm={t("decisions.withdraw.confirm")} danger>
      <p>{t("decisions.withdraw.what")}</p>
      <TextArea label={t("decisions.withdraw.reason")} required limit={4000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}

function Publish({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const publish = useAction(() => body(api.POST("/api/decisions/{decision_id}/publication", { params: { path: { decision_id: decision.id } } })),
    { refresh: CHANGED, said: t("decisions.publish.said") });
  return (
    <ConfirmDialog action={publish} button={t("decisions.publish.button")} title={t("decisions.publish.title")} confirm={t("decisions.publish.confirm")}>
      <p>{t("decisions.publish.what")}</p>
    </ConfirmDialog>
  );
}

/** Links to other decisions, one after the other. */
function Links({ of }: { of: Decision["supersedes"] }) {
  const { t } = useTranslation();
  return of.map(({ id, number, title }) => (
    <div key={id}><Link to="/decisions/$decisionId" params={{ decisionId: id }}>{number ? t("decisions.numbered", { number, title }) : title}</Link></div>));
}

function readersOf({ state, open_to_all }: Decision): string {
  if (state === "adopted") return open_to_all ? "all" : "signed_in";
  return open_to_all ? "later_all" : "deciding";
}

/** State, step on the way, what it hangs on, and what the secretariat may do now. */
export function Where({ page: { decision, allows } }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const { state, way, session_id, session_title, agenda_title, agenda_position, adopted_on, superseded_by, supersedes, commitment, number } = decision;
  const step = state === "adopted" ? null : state === "silence" ? "silence" : "draft";
  return (
    <Section title={t("decisions.where")} actions={<DecisionState decision={decision} />}>
      {way === "silence" && state !== "withdrawn" && (
        <Steps label={t("decisions.steps.label")} current={step} steps={["draft", "silence", "adopted"].map((key) => ({ key, label: t(`decisions.steps.${key}`) }))} />)}
      {state === "adopted" && !number && <Text>{t("decisions.number_follows")}</Text>}
      <Facts of={[
        { label: t("decisions.fact.adopted_on"), value: adopted_on ? format.longDate(adopted_on) : null },
        { label: t("decisions.fact.way"), value: t(`decisions.way.${way}`) },
        { label: t("decisions.fact.session"), value: session_id ? <Link to="/meetings/$sessionId" params={{ sessionId: session_id }}>{session_title}</Link> : null },
        { label: t("decisions.fact.item"), value: agenda_title ? t("decisions.on_item", { position: agenda_position, title: agenda_title }) : null },
        { label: t("decisions.fact.commitment"), value: commitment ? <Link to="/commitments/$documentId" params={{ documentId: commitment.document_id }}>{t("decisions.clause", { title: two(commitment.title_en, commitment.title_ru), clause: commitment.clause })}</Link> : null },
        { label: t("decisions.fact.supersedes"), value: supersedes.length > 0 ? <Links of={supersedes} /> : null },
        { label: t("decisions.fact.superseded_by"), value: superseded_by?.title ? <Links of={[superseded_by]} /> : null },
        { label: t("decisions.fact.readers"), value: t(`decisions.readers.${readersOf(decision)}`) },
      ]} />
      <Group>
        {allows.edit && (
          <ButtonLink to="/decisions/$decisionId/edit" params={{ decisionId: decision.id }} variant="default" leftSection={<Icon name="edit" size={18} />}>
            {t(state === "objected" ? "decisions.revise" : "decisions.edit")}
          </ButtonLink>)}
        {allows.withdraw && <Withdraw decision={decision} />}
        {allows.publish && <Publish decision={decision} />}
      </Group>
    </Section>
  );
}

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { usePaperLanguage } from "../i18n/two";
import { ActionButton, Empty, Icon, Opening, Section, StatusBadge, useFormat } from "../ui";
import classes from "./consents.module.css";
import { useSharingAction, type Disclosure, type Sharing } from "./consents-data";
import { RecallAnswerForm } from "./recall-answer-form";

type Recall = NonNullable<Disclosure["recall"]>;

function RecallLines({ sharing, disclosure, recall }: { sharing: Sharing; disclosure: Disclosure; recall: Recall }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = usePaperLanguage();
  const sent = useSharingAction(sharing.person_id, () => body(api.POST("/api/recalls/{recall_id}/sent", {
    params: { path: { recall_id: recall.id } }, body: { on: today() } })), { said: t("common.saved") });
  const answer = useSharingAction(sharing.person_id, (given: { answer: "returned" | "destroyed" | "kept_by_law"; words?: string }) =>
    body(api.POST("/api/recalls/{recall_id}/answer", { params: { path: { recall_id: recall.id } }, body: given })), { said: t("common.saved") });
  if (recall.answer) {
    return (
      <>
        <div className={classes.line}><StatusBadge tone="good">{t(`consents.recall.answer.${recall.answer}`)}</StatusBadge></div>
        <p className={classes.quiet}>{[recall.answered_on && format.date(recall.answered_on), recall.words].filter(Boolean).join(" · ")}</p>
      </>
    );
  }
  const state = recall.inside ? "inside" : recall.sent_on ? "sent" : "to_send";
  return (
    <>
      <div className={classes.line}><StatusBadge tone="warning">{t(`consents.recall.state.${state}`)}</StatusBadge></div>
      <p className={classes.quiet}>
        {t("consents.recall.asked_on", { date: format.dayOf(recall.asked_at) })}
        {recall.sent_on && ` · ${t("consents.recall.sent_on", { date: format.date(recall.sent_on) })}`}
      </p>
      {sharing.may_write && !recall.inside && (
        <div className={classes.line}>
          <Button component="a" href={`/api/recalls/${recall.id}/letter?language=${language}`} download variant={recall.sent_on ? "default" : "filled"} size="sm"
                  leftSection={<Icon name="download" size={16} />}>{t("consents.recall.letter")}</Button>
          {!recall.sent_on && <ActionButton action={sent} variant="default" size="sm">{t("consents.recall.sent_today")}</ActionButton>}
          <Opening label={t("consents.recall.note_answer")} spoken={`${t("consents.recall.note_answer")}: ${disclosure.receiver}`} variant="default" size="sm">
            {(close) => <RecallAnswerForm action={answer} close={close} />}
          </Opening>
        </div>)}
    </>
  );
}

/** What was told to whom, the newest first, and what is called back. */
export function DisclosuresPart({ sharing }: { sharing: Sharing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = (kind: string) => t(`consents.about.${kind}`, { defaultValue: kind });
  const what = (codes: string[]) => codes.map((code) => t(`consents.what.${code}`, { defaultValue: code })).join(", ");
  return (
    <Section title={t("consents.shared.title")}>
      {sharing.disclosures.length === 0 && <Empty icon="lock" title={t("consents.shared.none")} hint={t("consents.shared.none_hint")} />}
      {sharing.disclosures.length > 0 && (
        <ul className={classes.cards}>
          {sharing.disclosures.map((disclosure) => (
            <li key={disclosure.id} className={classes.card}>
              <h3>{disclosure.receiver}</h3>
              {disclosure.what.length > 0 && <p className={classes.words}>{t("consents.shared.what", { what: what(disclosure.what) })}</p>}
              <p className={classes.quiet}>{[about(disclosure.about_kind), format.dayOf(disclosure.made_at), disclosure.made_by.name].join(" · ")}</p>
              {disclosure.recall && <RecallLines sharing={sharing} disclosure={disclosure} recall={disclosure.recall} />}
            </li>))}
        </ul>)}
    </Section>
  );
}

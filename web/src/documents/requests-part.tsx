import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { usePaperLanguage } from "../i18n/two";
import { Icon, Opening, Section, StatusBadge, type Tone } from "../ui";
import { AnswerForm, type Answer } from "./answer-form";
import classes from "./documents.module.css";
import { type Chain, type DocumentRequest, useChainAction, useDocumentWords } from "./documents-data";
import { BringForm, WithdrawRequest } from "./request-actions";
import { RequestStory } from "./request-story";

export const REQUEST_TONES: Record<DocumentRequest["state"], Tone> = {
  asked: "waiting", taken: "info", more_needed: "warning", issued: "good", refused: "urgent", withdrawn: "neutral" };
const OPEN = ["asked", "taken", "more_needed"];

/** A body without a queue here: the worker writes down what it said. */
function NoteAnswer({ personId, request, close }: { personId: string; request: DocumentRequest; close: () => void }) {
  const { t } = useTranslation();
  const note = useChainAction(personId, (answer: Answer) => body(api.POST("/api/document-requests/{request_id}/moves", {
    params: { path: { request_id: request.id } }, body: answer })), { said: t("common.saved"), done: close });
  return <AnswerForm request={request} action={note} close={close} />;
}

function RequestCard({ chain, request }: { chain: Chain; request: DocumentRequest }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const language = usePaperLanguage();
  const open = OPEN.includes(request.state);
  const person = chain.person_id;
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{words.document(request.document)}</strong>
        <StatusBadge tone={REQUEST_TONES[request.state]}>{t(`documents.request.state.${request.state}`)}</StatusBadge>
      </div>
      <p className={classes.quiet}>
        {t("documents.request.asked_of", { body: words.body(request.asked_of) })}{" · "}
        {t(open ? "documents.request.waiting" : "documents.request.took", { count: request.days })}
      </p>
      <RequestStory moves={request.moves} />
      {open && chain.may_write && (
        <div className={classes.buttons}>
          {request.state === "more_needed" && (
            <Opening label={t("documents.bring.button")} spoken={`${t("documents.bring.button")}: ${words.document(request.document)}`} size="sm">
              {(close) => <BringForm personId={person} request={request} close={close} />}</Opening>)}
          {request.asked_of !== "registry" && request.state !== "more_needed" && (
            <Opening label={t("documents.request.note")} spoken={`${t("documents.request.note")}: ${words.document(request.document)}`} variant="default" size="sm">
              {(close) => <NoteAnswer personId={person} request={request} close={close} />}</Opening>)}
          <Button component="a" href={`/api/document-requests/${request.id}/letter?language=${language}`} download variant="default" size="sm"
                  leftSection={<Icon name="download" size={16} />}>{t("documents.request.letter")}</Button>
          <WithdrawRequest personId={person} request={request} />
        </div>)}
    </li>
  );
}

/** What was asked of whom: open requests in full, ended ones folded away. */
export function RequestsPart({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const open = chain.requests.filter(({ state }) => OPEN.includes(state));
  const ended = chain.requests.filter(({ state }) => !OPEN.includes(state));
  if (chain.requests.length === 0) return null;
  const cards = (requests: DocumentRequest[]) => (
    <ul className={classes.cards}>{requests.map((request) => <RequestCard key={request.id} chain={chain} request={request} />)}</ul>);
  return (
    <Section title={t("documents.request.title")}>
      {open.length > 0 ? cards(open) : <p className={classes.quiet}>{t("documents.request.none_open")}</p>}
      {ended.length > 0 && (
        <details className={classes.fold}>
          <summary>{t("documents.request.ended", { count: ended.length })}</summary>
          {cards(ended)}
        </details>)}
    </Section>
  );
}

import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { ActionButton, Opening } from "../ui";
import { AskForm } from "./ask-form";
import { type Chain, type Step, useChainAction, useDocumentWords } from "./documents-data";
import { KinshipForm } from "./kinship-part";
import { MarkForm } from "./mark-form";
import { LegalAidButton, NationalityForm } from "./nationality-part";
import { BringForm } from "./request-actions";

interface StepActionProps {
  chain: Chain;
  step: Step;
  /** It is the thing to do next, and its button stands out. */
  main?: boolean;
}

/** What can be done at a step, as buttons that open their form in place. */
export function StepAction({ chain, step, main = false }: StepActionProps) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const person = chain.person_id;
  const request = chain.requests.find(({ id }) => id === step.request_id);
  const variant = main ? "filled" : "default";
  const spoken = (label: string) => `${label}: ${words.step(step.step)}`;
  const undo = useChainAction(person, () => body(api.PUT("/api/persons/{person_id}/documents-chain/{step}", {
    params: { path: { person_id: person, step: step.step } }, body: {} })), { said: t("common.saved") });

  if (step.state === "held") {
    return step.reached_on ? <ActionButton action={undo} variant="subtle" size="sm">{t("documents.mark.undo")}</ActionButton> : null;
  }
  if (step.next === "bring_more" && request) {
    return <Opening label={t("documents.bring.button")} spoken={spoken(t("documents.bring.button"))} variant={variant}>
      {(close) => <BringForm personId={person} request={request} close={close} />}</Opening>;
  }
  if (step.next === "begin" || step.next === "begin_without") {
    return <Opening label={t("documents.mark.button")} spoken={spoken(t("documents.mark.button"))} variant={variant}>
      {(close) => <MarkForm personId={person} step={step.step} day={today()} close={close} />}</Opening>;
  }
  if (step.next === "ask_legal_aid") return <LegalAidButton chain={chain} />;
  if (step.state === "not_yet" || step.state === "not_needed" || step.next === "wait") return null;
  const recording = step.next === "record_kinship"
    ? { label: t("documents.kinship.add"), form: (close: () => void) => <KinshipForm personId={person} close={close} /> }
    : step.next === "settle_nationality"
      ? { label: t("documents.nationality.record"), form: (close: () => void) => <NationalityForm chain={chain} close={close} /> }
      : null;
  return (
    <>
      {recording && <Opening label={recording.label} spoken={spoken(recording.label)} variant={variant}>{recording.form}</Opening>}
      {step.asked_of.length > 0 && (
        <Opening label={t("documents.ask.button")} spoken={spoken(t("documents.ask.button"))} variant={recording || step.state === "blocked" ? "default" : variant}>
          {(close) => <AskForm chain={chain} step={step} close={close} />}
        </Opening>)}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Icon, StatusBadge, type IconName, type Tone, useFormat } from "../ui";
import classes from "./documents.module.css";
import { type Chain, type Step, useDocumentWords } from "./documents-data";
import { nextWords } from "./next-words";
import { StepAction } from "./step-action";

const TONES: Record<Step["state"], Tone> = { held: "good", asked: "waiting", ready: "info", blocked: "neutral", not_yet: "neutral", not_needed: "neutral" };
const ICONS: Record<Step["state"], IconName> = { held: "check", asked: "clock", ready: "edit", blocked: "lock", not_yet: "pause", not_needed: "pause" };

function StepItem({ chain, step }: { chain: Chain; step: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDocumentWords();
  const first = step.step === chain.first_step;
  return (
    <li className={classes.step} data-state={step.state}>
      <span className={classes.mark}><Icon name={ICONS[step.state]} size={18} /></span>
      <div className={classes.what}>
        <div className={classes.line}>
          <h3>{words.step(step.step)}</h3>
          <StatusBadge tone={TONES[step.state]} icon={ICONS[step.state]}>{t(`documents.state.${step.state}`)}</StatusBadge>
        </div>
        {step.next !== "nothing" && <p className={classes.words}>{nextWords(step, t, words)}</p>}
        {step.turn && step.next !== "wait" && <p className={classes.quiet}>{t("documents.chain.turn", { who: words.body(step.turn) })}</p>}
        {step.held.length > 0 && <p className={classes.quiet}>{t("documents.chain.held", { papers: words.list(step.held, "document") })}</p>}
        {step.state !== "held" && step.helped_by.length > 0 && (
          <p className={classes.quiet}>{t("documents.chain.helped_by", { papers: words.list(step.helped_by, "document") })}</p>)}
        {step.reached_on && <p className={classes.quiet}>{t("documents.chain.since", { date: format.date(step.reached_on) })}</p>}
        {step.state !== "held" && step.opens.length > 0 && (
          <p className={classes.quiet}>{t("documents.chain.opens", { steps: words.list(step.opens, "step") })}</p>)}
        {chain.may_write && !first && <StepAction chain={chain} step={step} />}
      </div>
    </li>
  );
}

/** All steps, from proof of birth to what they open. */
export function ChainList({ chain }: { chain: Chain }) {
  return <ol className={classes.chain}>{chain.steps.map((step) => <StepItem key={step.step} chain={chain} step={step} />)}</ol>;
}

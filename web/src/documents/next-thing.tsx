import { useTranslation } from "react-i18next";
import { Icon, Section } from "../ui";
import classes from "./documents.module.css";
import { type Chain, useDocumentWords } from "./documents-data";
import { StepAction } from "./step-action";
import { nextWords } from "./next-words";

/** The one thing to do now, in words, with its button. */
export function NextThing({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const step = chain.steps.find(({ step: code }) => code === chain.first_step);
  return (
    <Section title={t("documents.next_title")}>
      {step
        ? (
          <div className={classes.next}>
            <p className={classes.big}>{words.step(step.step)}</p>
            <p className={classes.words}>{nextWords(step, t, words)}</p>
            {step.opens.length > 0 && <p className={classes.quiet}>{t("documents.chain.opens", { steps: words.list(step.opens, "step") })}</p>}
            {chain.may_write && <StepAction chain={chain} step={step} main />}
          </div>)
        : <p className={classes.words}><Icon name="check" size={18} /> {t("documents.next_none")}</p>}
    </Section>
  );
}

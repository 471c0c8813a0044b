import { Button, Group } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../../api/node";
import { useAction } from "../../api/queries";
import { today as todayHere } from "../../i18n/dates";
import { ActionButton, Section } from "../../ui";
import { useFormLanguage } from "../assessment/assessment-data";
import type { Answers } from "../engine/answers";
import type { Definition } from "../engine/definition";
import { evaluate, type Evaluation } from "../engine/evaluate";
import { FormLanguage, FormScreens } from "../fill/form-screens";
import classes from "../forms.module.css";
import { ScoresView } from "../view/scores-view";

/** Keys sorted, so that two readings of the same answers are the same text. */
const asText = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) =>
  typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
const compared = ({ answers, hidden, errors, asked, answered }: Evaluation) =>
  asText({ answers, hidden, errors: errors.map(({ at, key }) => `${at} ${key}`), asked, answered });

/** Answering a form beside its editor: nothing is kept anywhere. */
export function TryForm({ definition: now }: { definition: Definition }) {
  const { t } = useTranslation();
  const definition = useDeferredValue(now);
  const [answers, setAnswers] = useState<Answers>({});
  const [part, open] = useState("");
  const [tried, setTried] = useState(false);
  const [language, choose] = useFormLanguage(definition);
  const evaluation = useMemo(() => evaluate(definition, answers, todayHere()), [definition, answers]);
  const check = useAction(async () => {
    const trial = await body(api.POST("/api/forms/trial", { body: { definition, answers } }));
    const own = evaluate(definition, answers, trial.today);
    return trial.evaluation !== undefined && own !== undefined && compared(trial.evaluation as Evaluation) === compared(own);
  });
  if (!evaluation) return <Section title={t("forms.try.title")}><p>{t("forms.try.not_yet")}</p></Section>;
  return (
    <Section title={t("forms.try.title")} actions={<Button size="sm" variant="default" onClick={() => { setAnswers({}); setTried(false); open(""); check.reset(); }}>{t("forms.try.anew")}</Button>}>
      <p className={classes.quiet}>{t("forms.try.lead")}</p>
      <FormLanguage definition={definition} language={language} choose={choose} />
      <FormScreens definition={definition} answers={answers} evaluation={evaluation} change={setAnswers} language={language} part={part} open={open} tried={tried}>
        <Group>
          <Button variant="default" onClick={() => { setTried(false); setTimeout(() => setTried(true)); }}>{t("forms.try.check")}</Button>
          <ActionButton variant="default" action={check}>{t("forms.try.server")}</ActionButton>
        </Group>
        <div role="status">
          {tried && evaluation.errors.length === 0 && <p>{t("forms.try.complete")}</p>}
          {check.value !== undefined && !check.pending && <p>{t(check.value ? "forms.try.same" : "forms.try.differs")}</p>}
        </div>
        <ScoresView definition={definition} scores={evaluation.scores} language={language} />
      </FormScreens>
    </Section>
  );
}

import { useTranslation } from "react-i18next";
import { Section } from "../../ui";
import type { Answers, Row } from "../engine/answers";
import { say, type Definition, type Field, type Texts } from "../engine/definition";
import { hasText, isShown, rowsOf, screensOf } from "../fill/paths";
import { screenTitle } from "../fill/screen-title";
import classes from "../forms.module.css";
import { useAnswerText } from "./answer-text";

interface Shown {
  answers: Answers;
  hidden: ReadonlySet<string>;
  words: (texts: Texts | undefined) => string;
}

function OneAnswer({ field, values, words }: { field: Field; values: Answers | Row; words: Shown["words"] }) {
  const answerText = useAnswerText();
  const answer = values[field.code];
  return (
    <div className={classes.answer} data-none={answer === undefined || undefined}>
      <dt>{words(field.label)}</dt>
      <dd>{answerText(field, answer, words)}</dd>
    </div>
  );
}

/** Questions and answers, in the order of the form; what stands in groups and rows under headings of their own. */
function Answered({ fields, values, path = "", shown }: { fields: readonly Field[]; values: Answers | Row; path?: string; shown: Shown }) {
  const { t } = useTranslation();
  const { hidden, words } = shown;
  const here = fields.filter(({ code, kind, label }) => !hidden.has(path + code) && kind !== "note" && (kind !== "calculate" || hasText(label)));
  const plain = here.filter(({ kind }) => kind !== "group" && kind !== "repeat");
  return (
    <>
      {plain.length > 0 && <dl className={classes.answers}>{plain.map((field) => <OneAnswer key={field.code} field={field} values={values} words={words} />)}</dl>}
      {here.filter(({ kind }) => kind === "group").map((field) => (
        <div key={field.code}>
          <h3>{words(field.label)}</h3>
          <Answered fields={field.fields ?? []} values={values} path={path} shown={shown} />
        </div>))}
      {here.filter(({ kind }) => kind === "repeat").map((field) => (
        <div key={field.code}>
          {rowsOf(values as Answers, field.code).length === 0 && <p className={classes.quiet}>{t("forms.view.no_rows")}</p>}
          {rowsOf(values as Answers, field.code).map((row, i) => (
            <div key={i} className={classes.row}>
              <h3>{t("forms.fill.row", { name: words(field.label), number: i + 1 })}</h3>
              <Answered fields={field.fields ?? []} values={row} path={`${field.code}/${i}/`} shown={shown} />
            </div>))}
        </div>))}
    </>
  );
}

/** A form with its answers, to read and to print, in the words of the version in which it was asked. */
export function AnswersView({ definition, answers, hidden, language }:
  { definition: Definition; answers: Answers; hidden: readonly string[]; language: string }) {
  const { t } = useTranslation();
  const words = (texts: Texts | undefined) => say(texts, language);
  const shown = { answers, hidden: new Set(hidden), words };
  return (
    <div className={classes.sheet} lang={language}>
      {screensOf(definition).filter((screen) => isShown(screen, shown.hidden)).map((screen) => (
        <Section key={screen.code} title={screenTitle(t, definition, words, screen)}>
          <Answered fields={screen.fields} values={answers} shown={shown} />
        </Section>))}
    </div>
  );
}

import { Button, Group, Stack, Title } from "@mantine/core";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { focusOn, Icon, Section, SelectField } from "../../ui";
import { SPOKEN_LANGUAGES } from "../../i18n/languages";
import type { Answers } from "../engine/answers";
import { say, type Definition, type Texts } from "../engine/definition";
import type { Evaluation } from "../engine/evaluate";
import classes from "../forms.module.css";
import { errorText, placeText } from "./error-text";
import { Fields, goToAnswer } from "./fields";
import { FillingProvider, useFilling, type Filling } from "./filling";
import { screenTitle } from "./screen-title";
import { answerAt, hasText, isShown, languagesOf, questionsIn, screensOf, withAnswer, type Screen } from "./paths";

/** In which language the questions stand: the returnee's, apart from that of the pages around. */
export function FormLanguage({ definition, language, choose }: { definition: Definition; language: string; choose: (language: string) => void }) {
  const { t } = useTranslation();
  const languages = languagesOf(definition, SPOKEN_LANGUAGES);
  if (languages.length < 2) return null;
  return (
    <div data-no-print className={classes.language}>
      <SelectField label={t("forms.fill.language")} unchosen={null} value={languages.includes(language) ? language : languages[0]}
                   choices={languages.map((value) => ({ value, label: t(`common.language_name.${value}`) }))} onChange={(chosen) => chosen && choose(chosen)} />
    </div>
  );
}

function ErrorSummary({ go }: { go: (at: string) => void }) {
  const { t } = useTranslation();
  const { definition, language, evaluation } = useFilling();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => focusOn(box.current), []);
  const { errors } = evaluation;
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" className={classes.summary}>
      <Title order={3}>{t("forms.fill.errors", { count: errors.length })}</Title>
      <ul>
        {errors.map((error) => (
          <li key={error.at}>
            <button type="button" className={classes.way} onClick={() => go(error.at)}>{placeText(t, definition, language, error.at)}</button>
            {" "}<span>{errorText(t, definition, language, error)}</span>
          </li>))}
      </ul>
    </div>
  );
}

function ScreenList({ screens, open }: { screens: readonly Screen[]; open: (code: string) => void }) {
  const { t } = useTranslation();
  const { definition, answers, evaluation, hidden, words } = useFilling();
  return (
    <ol className={classes.screens}>
      {screens.map((screen) => {
        const { code, fields } = screen;
        const asked = questionsIn(fields, answers, hidden);
        const done = asked.filter((at) => answerAt(evaluation.answers, at) !== undefined).length;
        return (
          <li key={code}>
            <button type="button" className={classes.screen} onClick={() => open(code)} data-done={asked.length > 0 && done === asked.length || undefined}>
              <span>{screenTitle(t, definition, words, screen)}</span>
              {asked.length > 0 && (
                <span className={classes.quiet}>
                  {done === asked.length && <Icon name="check" size={18} />} {t("forms.fill.done_of", { done, all: asked.length })}
                </span>)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface FormScreensProps {
  definition: Definition;
  answers: Answers;
  evaluation: Evaluation;
  /** Told of every change, as a function of the answers that stand then. */
  change: (next: (answers: Answers) => Answers) => void;
  language: string;
  /** The screen that is open, by its code; empty for the list of all. */
  part: string;
  open: (part: string) => void;
  /** Whether the reader has tried to hand it in: then all that is missing is said. */
  tried: boolean;
  /** Stands under the list: handing it in. */
  children?: ReactNode;
}

/** A form to be answered: the list of its groups with how much of each is done, and one group a screen. */
export function FormScreens({ definition, answers, evaluation, change, language, part, open, tried, children }: FormScreensProps) {
  const { t } = useTranslation();
  const [leftAt, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [goal, setGoal] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hidden = useMemo(() => new Set(evaluation.hidden), [evaluation.hidden]);
  const errors = useMemo(() => new Map(evaluation.errors.map((error) => [error.at, error])), [evaluation.errors]);
  const words = (texts: Texts | undefined) => say(texts, language);
  const filling: Filling = {
    definition, answers, evaluation, hidden, language, words,
    set: (at, value) => change((before) => withAnswer(before, at, value)),
    errorAt: (at) => {
      const error = errors.get(at);
      return tried || (leftAt.has(at) && error?.key !== "form.required") ? error : undefined;
    },
    left: (at) => setLeft((before) => (before.has(at) ? before : new Set([...before, at]))),
  };
  const screens = screensOf(definition).filter((screen) => isShown(screen, hidden));
  const place = screens.findIndex(({ code }) => code === part);
  const screen = screens[place];
  const before = place > 0 ? screens[place - 1] : undefined;
  const after = screens[place + 1];

  const drawn = useRef(part);
  useEffect(() => {
    if (goal) {
      // The address, and with it the screen, changes a moment after it was asked to.
      const there = document.getElementById(`answer/${goal}`) !== null;
      if (there) goToAnswer(goal);
      if (there || drawn.current !== part) setGoal(null);
    } else if (drawn.current !== part) {
      heading.current?.scrollIntoView({ block: "start" });
      focusOn(heading.current);
    }
    drawn.current = part;
  }, [part, goal]);

  const go = (at: string) => {
    const code = at.split("/")[0] ?? "";
    const holds = (fields: Screen["fields"]): boolean => fields.some((field) => field.code === code || holds(field.fields ?? []));
    const found = screens.find(({ fields }) => holds(fields));
    if (found) open(found.code);
    setGoal(at);
  };

  return (
    <FillingProvider value={filling}>
      {screen ? (
        <section className={classes.filling} lang={language}>
          <Title order={2} ref={heading} tabIndex={-1}>{screenTitle(t, definition, words, screen)}</Title>
          {screen.holder && hasText(screen.holder.hint) && <p className={classes.words}>{words(screen.holder.hint)}</p>}
          <p className={classes.quiet}>{t("forms.fill.screen_of", { number: place + 1, all: screens.length })}</p>
          <Stack gap="xl" mt="lg"><Fields fields={screen.fields} /></Stack>
          <Group mt="xl" className={classes.ways} data-no-print>
            {after && <Button onClick={() => open(after.code)} rightSection={<Icon name="right" />}>{t("common.next")}</Button>}
            {before && <Button variant="default" onClick={() => open(before.code)}>{t("common.back")}</Button>}
            <Button variant={after ? "default" : "filled"} onClick={() => open("")}>{t("forms.fill.to_list")}</Button>
          </Group>
        </section>
      ) : (
        <Stack gap="lg">
          {tried && <ErrorSummary go={go} />}
          <Section title={t("forms.fill.list")}>
            <p className={classes.quiet} role="status">{t("forms.fill.done_of", { done: evaluation.answered, all: evaluation.asked })}</p>
            {hasText(definition.note) && <p className={classes.words} lang={language}>{words(definition.note)}</p>}
            <ScreenList screens={screens} open={open} />
          </Section>
          {children}
        </Stack>
      )}
    </FillingProvider>
  );
}

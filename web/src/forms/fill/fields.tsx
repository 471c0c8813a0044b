import { Button, Fieldset, Group, Stack } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { focusOn, Icon } from "../../ui";
import { USUAL_ROWS, type Field } from "../engine/definition";
import classes from "../forms.module.css";
import { useAnswerText } from "../view/answer-text";
import { AnswerField } from "./answer-field";
import { errorText } from "./error-text";
import { useFilling } from "./filling";
import { answerAt, hasText, rowsOf } from "./paths";

/** Where a value is worked out: in `evaluation`, not in what was typed. */
function Calculated({ field, at }: { field: Field; at: string }) {
  const { evaluation, words } = useFilling();
  const answerText = useAnswerText();
  if (!hasText(field.label)) return null;
  return (
    <p className={classes.calculated} aria-live="polite">
      <span>{words(field.label)}</span> <strong>{answerText(field, answerAt(evaluation.answers, at), words)}</strong>
    </p>
  );
}

/** So many of something, each with the same questions: add one, take one away. */
function Rows({ field, at }: { field: Field; at: string }) {
  const { t } = useTranslation();
  const { definition, answers, language, set, words, errorAt } = useFilling();
  const box = useRef<HTMLDivElement>(null);
  const added = useRef<number | null>(null);
  const rows = rowsOf(answers, at);
  const name = words(field.label);
  const error = errorAt(at);
  useEffect(() => {
    // The keyboard goes to what was added; where something went, to the list around it.
    if (added.current === null) return;
    const row = box.current?.querySelectorAll<HTMLElement>(":scope > fieldset")[added.current];
    (row?.querySelector<HTMLElement>("input, select, textarea") ?? box.current)?.focus();
    added.current = null;
  }, [rows.length]);
  const add = () => {
    added.current = rows.length;
    set(at, [...rows, {}]);
  };
  const remove = (i: number) => {
    added.current = rows.length;
    const rest = rows.filter((_row, place) => place !== i);
    set(at, rest.length > 0 ? rest : undefined);
  };
  return (
    <Stack id={`answer/${at}`} ref={box} tabIndex={-1} gap="md" className={classes.rows} role="group" aria-label={name}>
      {rows.length === 0 && <p className={classes.quiet}>{t("forms.fill.no_rows")}</p>}
      {rows.map((_row, i) => (
        // Rows have no name of their own: they are told apart by their place.
        <Fieldset key={i} legend={t("forms.fill.row", { name, number: i + 1 })}>
          <Stack gap="lg">
            <Fields fields={field.fields ?? []} path={`${at}/${i}/`} />
            <Group>
              <Button variant="default" size="sm" leftSection={<Icon name="cross" size={18} />} onClick={() => remove(i)}>
                {t("forms.fill.remove_row", { name, number: i + 1 })}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {error && <p className={classes.trouble}>{errorText(t, definition, language, error)}</p>}
      {rows.length < (field.most ?? USUAL_ROWS)
        ? <Group><Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>{t("forms.fill.add_row", { name })}</Button></Group>
        : <p className={classes.quiet}>{t("forms.fill.most_rows", { count: rows.length })}</p>}
    </Stack>
  );
}

/** The fields of a screen that are asked now. */
export function Fields({ fields, path = "" }: { fields: readonly Field[]; path?: string }) {
  const { hidden, words } = useFilling();
  return fields.filter(({ code }) => !hidden.has(path + code)).map((field) => {
    const at = path + field.code;
    switch (field.kind) {
      case "note": return <p key={at} className={classes.words}>{words(field.label)}</p>;
      case "calculate": return <Calculated key={at} field={field} at={at} />;
      case "group": return (
        <Fieldset key={at} legend={words(field.label)}>
          <Stack gap="lg"><Fields fields={field.fields ?? []} path={path} /></Stack>
        </Fieldset>
      );
      case "repeat": return <Rows key={at} field={field} at={at} />;
      default: return <AnswerField key={at} field={field} at={at} />;
    }
  });
}

/** Brings the reader to a question that stands on the page. */
export function goToAnswer(at: string): void {
  const box = document.getElementById(`answer/${at}`);
  box?.scrollIntoView({ block: "center" });
  const control = box?.querySelector<HTMLElement>("input, select, textarea");
  if (control) control.focus({ preventScroll: true });
  else focusOn(box);
}

import { Button, Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField, NumberField, PartialDateField, RadioField, SelectField, TextArea, TextField } from "../../ui";
import { LONGEST_LONG_TEXT, LONGEST_TEXT, type Field } from "../engine/definition";
import classes from "../forms.module.css";
import { errorText } from "./error-text";
import { useFilling } from "./filling";
import { answerAt, hasText } from "./paths";

/** More than these do not fit a phone's screen: typing narrows them. */
const MOST_IN_SIGHT = 10;

interface ControlProps {
  field: Field;
  at: string;
  common: { label: string; description?: string; error?: string; required: boolean; "data-path": string; onBlur: () => void };
}

function ChoiceControl({ field, at, common }: ControlProps) {
  const { t } = useTranslation();
  const { answers, set, words } = useFilling();
  const value = answerAt(answers, at);
  const choices = field.kind === "yes_no"
    ? [{ value: "yes", label: t("common.yes") }, { value: "no", label: t("common.no") }]
    : (field.choices ?? []).map(({ code, label }) => ({ value: code, label: words(label) }));
  const chosen = typeof value === "string" ? value : null;
  const change = (code: string | null) => set(at, code ?? undefined);
  if (choices.length > MOST_IN_SIGHT) return <SelectField {...common} searchable choices={choices} value={chosen} onChange={change} />;
  return (
    <div className={classes.choices}>
      <RadioField {...common} choices={choices} value={chosen} onChange={change} />
      {chosen !== null && (
        <Button variant="subtle" size="compact-sm" onClick={() => set(at, undefined)} aria-label={t("forms.fill.clear_named", { question: common.label })}>
          {t("forms.fill.clear")}
        </Button>
      )}
    </div>
  );
}

function ChoicesControl({ field, at, common: { onBlur, ...common } }: ControlProps) {
  const { answers, set, words } = useFilling();
  const value = answerAt(answers, at);
  return (
    <Checkbox.Group {...common} className={classes.choices} onBlur={onBlur} value={Array.isArray(value) ? value as string[] : []}
                    onChange={(codes) => set(at, codes.length > 0 ? codes : undefined)}>
      <Stack gap="xs" mt="xs">
        {(field.choices ?? []).map(({ code, label }) => <Checkbox key={code} value={code} label={words(label)} />)}
      </Stack>
    </Checkbox.Group>
  );
}

function TypedControl({ field, at, common }: ControlProps) {
  const { answers, set } = useFilling();
  const value = answerAt(answers, at);
  const text = typeof value === "string" ? value : "";
  const write = (typed: string | null) => set(at, typed || undefined);
  switch (field.kind) {
    case "long_text":
      return <TextArea {...common} limit={LONGEST_LONG_TEXT} maxLength={LONGEST_LONG_TEXT} value={text} onChange={(event) => write(event.currentTarget.value)} />;
    case "integer": case "decimal":
      return (
        <NumberField {...common} allowDecimal={field.kind === "decimal"} value={typeof value === "number" ? value : null} maxLength={20}
                     onChange={(number) => set(at, number ?? undefined)} inputMode={field.kind === "decimal" ? "decimal" : "numeric"} />
      );
    case "date": return <DateField {...common} value={text || null} onChange={write} />;
    case "partial_date": return <PartialDateField {...common} value={text || null} onChange={write} />;
    default: return <TextField {...common} maxLength={LONGEST_TEXT} value={text} onChange={(event) => write(event.currentTarget.value)} />;
  }
}

/** One question. */
export function AnswerField({ field, at }: { field: Field; at: string }) {
  const { t } = useTranslation();
  const { definition, language, words, errorAt, left } = useFilling();
  const error = errorAt(at);
  const common = {
    label: words(field.label), required: field.required === "true()", "data-path": at, onBlur: () => left(at),
    ...(hasText(field.hint) && { description: words(field.hint) }),
    ...(error && { error: errorText(t, definition, language, error) }),
  };
  const Control = field.kind === "choices" ? ChoicesControl : field.kind === "choice" || field.kind === "yes_no" ? ChoiceControl : TypedControl;
  return <div id={`answer/${at}`}><Control field={field} at={at} common={common} /></div>;
}

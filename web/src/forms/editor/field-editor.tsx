import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckField, Icon, NumberField, SelectField, TextField } from "../../ui";
import { chooses, everyField, isCode, isQuestion, MOST_ROWS, say, type Definition, type Field, type Kind, type Problem } from "../engine/definition";
import classes from "../forms.module.css";
import { ChoicesEditor } from "./choices-editor";
import type { Change } from "./draft-editor";
import { ExpressionField } from "./expression-field";
import { asKind, holderOf, moveInto, removeField, renameField, updateField, withMembers } from "./layout";
import { TextsFields } from "./texts-fields";
import { formProblemText } from "./form-data";

const KINDS: readonly Kind[] = [
  "text", "long_text", "integer", "decimal", "date", "partial_date", "yes_no", "choice", "choices", "note", "calculate", "group", "repeat"];

interface FieldEditorProps {
  definition: Definition;
  published: Definition | undefined;
  field: Field;
  problems: readonly Problem[];
  change: Change;
  /** The field is now called otherwise, or is gone. */
  opened: (code: string | null) => void;
}

/** A code is given once one has left it: until then every letter would be another field. */
function CodeField({ definition, published, field, problems, change, opened }: FieldEditorProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(field.code);
  useEffect(() => setTyped(field.code), [field.code]);
  const taken = typed !== field.code && everyField(definition.fields).some(({ code }) => code === typed);
  const wrong = !isCode(typed) ? t("errors.form.bad_code") : taken ? t("errors.form.code_twice") : undefined;
  const problem = problems.find(({ part }) => part === "code");
  const give = () => {
    if (wrong || typed === field.code) return;
    change((before) => renameField(before, field.code, typed, published));
    opened(typed);
  };
  return (
    <TextField label={t("forms.editor.code")} description={t("forms.editor.code_hint")} value={typed} maxLength={50} spellCheck={false} autoCapitalize="off"
               error={wrong ?? (problem && formProblemText(t, problem))} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={give} />
  );
}

/** Never, always, or where an expression is true. */
function RequiredField({ value, onChange, problem }: { value: string | undefined; onChange: (text: string | undefined) => void; problem?: Problem }) {
  const { t } = useTranslation();
  const [when, setWhen] = useState(value !== undefined && value !== "true()");
  return (
    <>
      <CheckField label={t("forms.editor.always_required")} checked={value === "true()"} disabled={when} onChange={(event) => onChange(event.currentTarget.checked ? "true()" : undefined)} />
      <CheckField label={t("forms.editor.sometimes_required")} checked={when}
                  onChange={(event) => { setWhen(event.currentTarget.checked); onChange(undefined); }} />
      {when && <ExpressionField label={t("forms.editor.required")} value={value} onChange={onChange} problem={problem} />}
    </>
  );
}

/** All that one field is, edited in its place in the list. */
export function FieldEditor(props: FieldEditorProps) {
  const { definition, field, problems, change, opened } = props;
  const { t, i18n } = useTranslation();
  const set = (members: Partial<Field>) =>
    change((before) => ({ ...before, fields: updateField(before.fields, field.code, (is) => withMembers(is, members)) }));
  const problemOf = (part: Problem["part"]) => problems.find((problem) => problem.part === part);
  const told = (part: Problem["part"]) => {
    const problem = problemOf(part);
    return problem && formProblemText(t, problem);
  };
  const holder = holderOf(definition.fields, field.code);
  const inside = new Set(everyField(field.fields ?? []).map(({ code }) => code));
  const holders = everyField(definition.fields).filter(({ code, kind }) =>
    (kind === "group" || kind === "repeat") && code !== field.code && !inside.has(code) && !(field.kind === "repeat" && kind === "repeat"));
  const dimensions = (definition.scales ?? []).flatMap((scale) => scale.dimensions);
  const scored = chooses(field) || field.kind === "calculate";
  return (
    <Stack className={classes.editor} gap="md">
      <div className={classes.beside}>
        <CodeField {...props} />
        <SelectField label={t("forms.editor.kind")} unchosen={null} value={field.kind} error={told("kind")} choices={KINDS.map((value) => ({ value, label: t(`forms.kind.${value}`) }))}
                     onChange={(kind) => kind && change((before) => ({ ...before, fields: updateField(before.fields, field.code, (is) => asKind(is, kind as Kind)) }))} />
        <SelectField label={t("forms.editor.stands_in")} unchosen={t("forms.editor.at_the_top")} value={holder?.code ?? null}
                     choices={holders.map(({ code, label }) => ({ value: code, label: say(label, i18n.language) || code }))}
                     onChange={(code) => change((before) => ({ ...before, fields: moveInto(before.fields, field.code, code) }))} />
      </div>
      <TextsFields label={t(field.kind === "note" ? "forms.editor.note_text" : "forms.editor.label")} value={field.label} long={field.kind === "note"} error={told("label")} onChange={(label) => set({ label: label ?? {} })} />
      {field.kind !== "note" && field.kind !== "calculate" && <TextsFields label={t("forms.editor.hint")} value={field.hint} error={told("hint")} onChange={(hint) => set({ hint })} />}
      {chooses(field) && <ChoicesEditor choices={field.choices ?? []} onChange={(choices) => change((before) => ({ ...before, fields: updateField(before.fields, field.code, (is) => ({ ...is, choices })) }))} />}
      {field.kind === "calculate" && <ExpressionField label={t("forms.editor.calculation")} description={t("forms.editor.calculation_hint")} value={field.calculation} onChange={(calculation) => set({ calculation })} problem={problemOf("calculation")} />}
      <ExpressionField label={t("forms.editor.relevant")} description={t("forms.editor.relevant_hint")} value={field.relevant} onChange={(relevant) => set({ relevant })} problem={problemOf("relevant")} />
      {isQuestion(field) && <RequiredField value={field.required} onChange={(required) => set({ required })} problem={problemOf("required")} />}
      {isQuestion(field) && <ExpressionField label={t("forms.editor.constraint")} description={t("forms.editor.constraint_hint")} value={field.constraint} onChange={(constraint) => set(constraint ? { constraint } : { constraint, constraint_message: undefined })} problem={problemOf("constraint")} />}
      {isQuestion(field) && field.constraint && <TextsFields label={t("forms.editor.constraint_message")} value={field.constraint_message} error={told("constraint_message")} onChange={(constraint_message) => set({ constraint_message })} />}
      {scored && dimensions.length > 0 && (
        <div className={classes.beside}>
          <SelectField label={t("forms.editor.dimension")} unchosen={t("forms.editor.no_dimension")} value={field.dimension ?? null} error={told("dimension")}
                       choices={dimensions.map(({ code, label }) => ({ value: code, label: say(label, i18n.language) || code }))}
                       onChange={(dimension) => set(dimension ? { dimension } : { dimension: undefined, weight: undefined })} />
          {field.dimension && <NumberField label={t("forms.editor.weight")} value={field.weight ?? null} onChange={(weight) => set({ weight: weight ?? undefined })} />}
        </div>
      )}
      {field.kind === "repeat" && <NumberField label={t("forms.editor.most")} min={1} max={MOST_ROWS} allowDecimal={false} value={field.most ?? null} error={told("most")} onChange={(most) => set({ most: most ?? undefined })} />}
      <Group>
        <Button variant="default" leftSection={<Icon name="cross" />} onClick={() => { change((before) => ({ ...before, fields: removeField(before.fields, field.code) })); opened(null); }}>
          {t("forms.editor.remove")}
        </Button>
      </Group>
    </Stack>
  );
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui";
import { everyField, say, type Definition, type Field } from "../engine/definition";
import classes from "../forms.module.css";
import { differences, withChange } from "./differences";
import type { Change } from "./draft-editor";

const NO_MORE = "/";

function Became({ label, becomes, choices, onChange }:
  { label: string; becomes: string | null | undefined; choices: { value: string; label: string }[]; onChange: (becomes: string | null | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <SelectField searchable={choices.length > 12} label={label} value={becomes === null ? NO_MORE : becomes ?? null}
                 choices={[{ value: NO_MORE, label: t("forms.differences.no_more") }, ...choices]}
                 onChange={(value) => onChange(value === null ? undefined : value === NO_MORE ? null : value)} />
  );
}

/** What a draft changes in the version in use, and what became of every code that vanishes. */
export function DifferencesPart({ published, draft, change }: { published: Definition; draft: Definition; change: Change }) {
  const { t, i18n } = useTranslation();
  const found = useMemo(() => differences(published, draft), [published, draft]);
  const named = ({ label, code }: Field) => `${say(label, i18n.language) || code} (${code})`;
  const fields = everyField(draft.fields).filter(({ kind }) => kind !== "group" && kind !== "note").map((field) => ({ value: field.code, label: named(field) }));
  const choicesNow = (code: string) => {
    const becomes = draft.changes?.find((each) => each.field === code && each.choice === undefined)?.becomes ?? code;
    return (everyField(draft.fields).find((field) => field.code === becomes)?.choices ?? []).map((choice) => ({ value: choice.code, label: `${say(choice.label, i18n.language)} (${choice.code})` }));
  };
  const none = Object.values(found).every((list) => list.length === 0);
  const list = (title: string, lines: string[]) => lines.length > 0 && (
    <div><h3>{title}</h3><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></div>
  );
  return (
    <div className={classes.part}>
      {none && <p className={classes.quiet}>{t("forms.differences.none")}</p>}
      {found.gone.length > 0 && <h3>{t("forms.differences.gone")}</h3>}
      {found.gone.map(({ field, becomes }) => (
        <Became key={field.code} label={t("forms.differences.became", { name: named(field) })} becomes={becomes} choices={fields}
                onChange={(value) => change((before) => withChange(before, field.code, undefined, value))} />))}
      {found.lostChoices.length > 0 && <h3>{t("forms.differences.lost_choices")}</h3>}
      {found.lostChoices.map(({ field, choice, becomes }) => (
        <Became key={`${field.code} ${choice.code}`} becomes={becomes} choices={choicesNow(field.code)}
                label={t("forms.differences.choice_became", { choice: `${say(choice.label, i18n.language)} (${choice.code})`, name: named(field) })}
                onChange={(value) => change((before) => withChange(before, field.code, choice.code, value))} />))}
      {list(t("forms.differences.renamed"), found.renamed.map(({ before, now }) => `${before.code} → ${named(now)}`))}
      {list(t("forms.differences.added"), found.added.map(named))}
      {list(t("forms.differences.changed"), found.changed.map(({ field, members }) => `${named(field)}: ${members.map((member) => t(`forms.member.${member}`)).join(", ")}`))}
    </div>
  );
}

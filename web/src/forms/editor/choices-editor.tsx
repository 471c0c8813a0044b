import { ActionIcon, Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, NumberField, TextField } from "../../ui";
import { isCode, say, type Choice } from "../engine/definition";
import classes from "../forms.module.css";
import { given } from "./layout";
import { TextsFields } from "./texts-fields";

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
};

/** What can be chosen: codes, words, and what each counts in a score. */
export function ChoicesEditor({ choices, onChange }: { choices: readonly Choice[]; onChange: (choices: Choice[]) => void }) {
  const { t, i18n } = useTranslation();
  const change = (place: number, part: Partial<Choice>) =>
    onChange(choices.map((choice, i) => (i === place ? { ...choice, ...part } : choice)));
  const withScore = (place: number, score: number | null) =>
    onChange(choices.map((choice, i) => (i === place ? { code: choice.code, label: choice.label, ...given({ score: score ?? undefined }) } : choice)));
  const codes = new Set(choices.map(({ code }) => code));
  const fresh = () => {
    for (let i = choices.length + 1; ; ++i) if (!codes.has(`choice_${i}`)) return `choice_${i}`;
  };
  return (
    <div className={classes.part}>
      <h3>{t("forms.editor.choices")}</h3>
      <ol className={classes.list}>
        {choices.map((choice, i) => {
          const name = say(choice.label, i18n.language) || choice.code;
          const twice = choices.some((other, k) => k !== i && other.code === choice.code);
          return (
            // A choice is known by its place while its code is being written.
            <li key={i} className={classes.item}>
              <div className={classes.line}>
                <strong>{t("forms.editor.choice_number", { number: i + 1 })}</strong>
                <Group gap="xs">
                  <ActionIcon variant="default" disabled={i === 0} aria-label={t("forms.editor.up", { name })} onClick={() => onChange(moved(choices, i, i - 1))}><span className={classes.up}><Icon name="down" /></span></ActionIcon>
                  <ActionIcon variant="default" disabled={i === choices.length - 1} aria-label={t("forms.editor.down", { name })} onClick={() => onChange(moved(choices, i, i + 1))}><Icon name="down" /></ActionIcon>
                  <ActionIcon variant="default" aria-label={t("forms.editor.remove_named", { name })} onClick={() => onChange(choices.filter((_choice, k) => k !== i))}><Icon name="cross" /></ActionIcon>
                </Group>
              </div>
              <div className={classes.beside}>
                <TextField label={t("forms.editor.code")} value={choice.code} maxLength={50} spellCheck={false} onChange={(event) => change(i, { code: event.currentTarget.value })}
                           error={!isCode(choice.code) ? t("errors.form.bad_code") : twice ? t("errors.form.code_twice") : undefined} />
                <NumberField label={t("forms.editor.score")} value={choice.score ?? null} min={0} max={1} clampBehavior="none" onChange={(score) => withScore(i, score)}
                             error={choice.score !== undefined && (choice.score < 0 || choice.score > 1) ? t("errors.form.bad_score") : undefined} />
              </div>
              <TextsFields label={t("forms.editor.words")} value={choice.label} onChange={(label) => change(i, { label: label ?? {} })} />
            </li>
          );
        })}
      </ol>
      <Group mt="sm">
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => onChange([...choices, { code: fresh(), label: {} }])}>{t("forms.editor.add_choice")}</Button>
      </Group>
    </div>
  );
}

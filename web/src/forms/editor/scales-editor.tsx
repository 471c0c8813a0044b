import { ActionIcon, Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, NumberField, TextField } from "../../ui";
import { isCode, without, type Definition, type Scale } from "../engine/definition";
import classes from "../forms.module.css";
import type { Change } from "./draft-editor";
import { TextsFields } from "./texts-fields";

type Dimension = Scale["dimensions"][number];
type Band = Scale["bands"][number];

interface LinesProps<Line extends { code: string; label: Scale["label"] }> {
  title: string;
  addLabel: string;
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
  fresh: (number: number) => Line;
  number: { label: string; read: (line: Line) => number; write: (line: Line, value: number) => Line };
}

/** Dimensions and bands are alike: a code, words and a number. */
function Lines<Line extends { code: string; label: Scale["label"] }>({ title, addLabel, lines, onChange, fresh, number }: LinesProps<Line>) {
  const { t } = useTranslation();
  const set = (place: number, line: Line) => onChange(lines.map((each, i) => (i === place ? line : each)));
  return (
    <div className={classes.part}>
      <h3>{title}</h3>
      <ol className={classes.list}>
        {lines.map((line, i) => (
          <li key={i} className={classes.item}>
            <div className={classes.beside}>
              <TextField label={t("forms.editor.code")} value={line.code} maxLength={50} spellCheck={false} error={isCode(line.code) ? undefined : t("errors.form.bad_code")}
                         onChange={(event) => set(i, { ...line, code: event.currentTarget.value })} />
              <NumberField label={number.label} value={number.read(line)} onChange={(value) => set(i, number.write(line, value ?? 0))} />
            </div>
            <TextsFields label={t("forms.editor.words")} value={line.label} onChange={(label) => set(i, { ...line, label: label ?? {} })} />
            <Group><ActionIcon variant="default" aria-label={t("forms.editor.remove_named", { name: line.code })} onClick={() => onChange(lines.filter((_line, k) => k !== i))}><Icon name="cross" /></ActionIcon></Group>
          </li>))}
      </ol>
      <Button mt="sm" variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={() => onChange([...lines, fresh(lines.length + 1)])}>{addLabel}</Button>
    </div>
  );
}

function ScaleEditor({ scale, change, remove }: { scale: Scale; change: (scale: Scale) => void; remove: () => void }) {
  const { t } = useTranslation();
  return (
    <li className={classes.item}>
      <TextField label={t("forms.editor.code")} value={scale.code} maxLength={50} spellCheck={false} error={isCode(scale.code) ? undefined : t("errors.form.bad_code")}
                 onChange={(event) => change({ ...scale, code: event.currentTarget.value })} />
      <TextsFields label={t("forms.editor.scale_label")} value={scale.label} onChange={(label) => change({ ...scale, label: label ?? {} })} />
      <TextsFields long label={t("forms.editor.scale_note")} value={scale.note} onChange={(note) => change(note ? { ...scale, note } : without(scale, "note"))} />
      <Lines<Dimension> title={t("forms.editor.dimensions")} addLabel={t("forms.editor.add_dimension")} lines={scale.dimensions} onChange={(dimensions) => change({ ...scale, dimensions })}
                        fresh={(number) => ({ code: `${scale.code}_${number}`, label: {}, weight: 1 })}
                        number={{ label: t("forms.editor.weight"), read: ({ weight }) => weight, write: (line, weight) => ({ ...line, weight }) }} />
      <Lines<Band> title={t("forms.editor.bands")} addLabel={t("forms.editor.add_band")} lines={scale.bands} onChange={(bands) => change({ ...scale, bands })}
                   fresh={(number) => ({ code: `band_${number}`, from: number === 1 ? 0 : 0.5, label: {} })}
                   number={{ label: t("forms.editor.from"), read: ({ from }) => from, write: (line, from) => ({ ...line, from }) }} />
      <Group><Button variant="default" size="sm" onClick={remove}>{t("forms.editor.remove_scale")}</Button></Group>
    </li>
  );
}

/** The scores that a form makes of its answers: dimensions with weights, and bands that put a total into words. */
export function ScalesEditor({ definition, change }: { definition: Definition; change: Change }) {
  const { t } = useTranslation();
  const scales = definition.scales ?? [];
  const set = (next: Scale[]) => change((before) => (next.length > 0 ? { ...before, scales: next } : without(before, "scales")));
  return (
    <details className={classes.fold}>
      <summary>{t("forms.editor.scales", { count: scales.length })}</summary>
      <Stack>
        <p className={classes.quiet}>{t("forms.editor.scales_hint")}</p>
        <ol className={classes.list}>
          {scales.map((scale, i) => (
            <ScaleEditor key={i} scale={scale} change={(next) => set(scales.map((each, k) => (k === i ? next : each)))} remove={() => set(scales.filter((_scale, k) => k !== i))} />))}
        </ol>
        <Group><Button variant="default" leftSection={<Icon name="plus" />} onClick={() => set([...scales, { code: `scale_${scales.length + 1}`, label: {}, dimensions: [], bands: [] }])}>{t("forms.editor.add_scale")}</Button></Group>
      </Stack>
    </details>
  );
}

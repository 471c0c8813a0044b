import { ActionIcon, Button, Group } from "@mantine/core";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon, Opened } from "../../ui";
import { holdsFields, say, type Definition, type Field, type Problem } from "../engine/definition";
import classes from "../forms.module.css";
import type { Change } from "./draft-editor";
import { FieldEditor } from "./field-editor";
import { freshCode, insertAfter, moveField, updateField } from "./layout";

/** With more fields than these, groups begin folded. */
const MANY = 60;

interface RowProps {
  field: Field;
  depth: number;
  troubles: number;
  open: boolean;
  folded: boolean;
  /** Absent in a form that is only read. */
  change?: Change;
  press: (code: string) => void;
  fold: (code: string) => void;
  add: (code: string) => void;
}

/** One line of the list. Drawn anew only where its own field changed: a form may have hundreds. */
const Row = memo(function Row({ field, depth, troubles, open, folded, change, press, fold, add }: RowProps) {
  const { t, i18n } = useTranslation();
  const { code, kind } = field;
  const name = say(field.label, i18n.language) || code;
  const marks = [t(`forms.kind.${kind}`), field.required !== undefined && t("common.required"), field.relevant !== undefined && t("forms.editor.skipped_sometimes")].filter(Boolean).join(" · ");
  const move = (by: -1 | 1) => change?.((before) => ({ ...before, fields: moveField(before.fields, code, by) }));
  return (
    <div className={classes.fieldRow} data-depth={Math.min(depth, 3)} data-open={open || undefined}>
      {holdsFields(field)
        ? <ActionIcon variant="subtle" aria-expanded={!folded} aria-label={t(folded ? "forms.editor.unfold" : "forms.editor.fold", { name })} onClick={() => fold(code)}><Icon name={folded ? "right" : "down"} /></ActionIcon>
        : <span className={classes.noFold} />}
      <button type="button" className={classes.fieldName} disabled={!change} aria-expanded={change ? open : undefined} onClick={() => press(code)}>
        <span>{name}</span>
        <span className={classes.quiet}><code>{code}</code> {marks}</span>
        {troubles > 0 && <span className={classes.trouble}>{t("forms.editor.troubles", { count: troubles })}</span>}
      </button>
      {change && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" aria-label={t("forms.editor.up", { name })} onClick={() => move(-1)}><span className={classes.up}><Icon name="down" /></span></ActionIcon>
          <ActionIcon variant="default" aria-label={t("forms.editor.down", { name })} onClick={() => move(1)}><Icon name="down" /></ActionIcon>
          <ActionIcon variant="default" aria-label={t("forms.editor.add_after", { name })} onClick={() => add(code)}><Icon name="plus" /></ActionIcon>
        </Group>
      )}
    </div>
  );
});

interface FieldListProps {
  definition: Definition;
  published?: Definition;
  problems?: readonly Problem[];
  change?: Change;
  /** The field that is open, by its code. */
  open?: string | null;
  setOpen?: (code: string | null) => void;
}

function countFields(fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + 1 + countFields(field.fields ?? []), 0);
}

/** A name for each line of the list that stays when its code changes: else a line that is being edited would be drawn anew, and lose the focus. */
function useLineNames() {
  const names = useRef({ given: 0, by: new Map<string, string>() });
  const nameOf = (code: string): string => {
    const { by } = names.current;
    const known = by.get(code);
    if (known !== undefined) return known;
    const name = `line${++names.current.given}`;
    by.set(code, name);
    return name;
  };
  const renamed = (from: string, to: string) => {
    const name = nameOf(from);
    names.current.by.delete(from);
    names.current.by.set(to, name);
  };
  return { nameOf, renamed };
}

/** The fields of a form in their order; one at a time is opened and edited in its place. */
export function FieldList({ definition, published, problems = [], change, open = null, setOpen }: FieldListProps) {
  const { t } = useTranslation();
  const many = countFields(definition.fields) > MANY;
  const [folded, setFolded] = useState<ReadonlySet<string>>(() =>
    new Set(many ? definition.fields.filter(holdsFields).map(({ code }) => code) : []));
  const troubles = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { field } of problems) if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
    return counts;
  }, [problems]);
  const fold = useCallback((code: string) => setFolded((before) => {
    const next = new Set(before);
    if (!next.delete(code)) next.add(code);
    return next;
  }), []);
  const press = useCallback((code: string) => setOpen?.(open === code ? null : code), [open, setOpen]);
  const { nameOf, renamed } = useLineNames();
  const fresh = freshCode(definition);
  const blank = useMemo((): Field => ({ code: fresh, kind: "text", label: {} }), [fresh]);
  const add = useCallback((code: string | null) => {
    change?.((before) => ({ ...before, fields: insertAfter(before.fields, code, blank) }));
    setOpen?.(blank.code);
  }, [blank, change, setOpen]);
  const addInto = (holder: Field) => {
    change?.((before) => ({ ...before, fields: updateField(before.fields, holder.code, (field) => ({ ...field, fields: [...(field.fields ?? []), blank] })) }));
    setFolded((before) => new Set([...before].filter((code) => code !== holder.code)));
    setOpen?.(blank.code);
  };
  const draw = (fields: readonly Field[], depth: number): React.ReactNode => (
    <ol className={classes.fieldList} data-many={many || undefined}>
      {fields.map((field) => {
        const isOpen = open === field.code;
        const isFolded = folded.has(field.code) && !(open !== null && countFields([field]) > 1 && JSON.stringify(field.fields).includes(`"code":"${open}"`));
        return (
          <li key={nameOf(field.code)} id={`field/${field.code}`}>
            <Row field={field} depth={depth} troubles={troubles.get(field.code) ?? 0} open={isOpen} folded={isFolded} change={change} press={press} fold={fold} add={add} />
            {isOpen && change && setOpen && (
              <Opened><FieldEditor definition={definition} published={published} field={field} problems={problems.filter((problem) => problem.field === field.code)} change={change}
                opened={(code) => { if (code !== null) renamed(field.code, code); setOpen(code); }} /></Opened>)}
            {holdsFields(field) && !isFolded && (
              <>
                {draw(field.fields ?? [], depth + 1)}
                {change && <Button variant="subtle" size="compact-md" ml="xl" leftSection={<Icon name="plus" size={18} />} onClick={() => addInto(field)}>{t("forms.editor.add_into", { name: field.code })}</Button>}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
  return (
    <div>
      {draw(definition.fields, 0)}
      {change && <Group mt="sm"><Button variant="default" leftSection={<Icon name="plus" />} onClick={() => add(null)}>{t("forms.editor.add")}</Button></Group>}
    </div>
  );
}

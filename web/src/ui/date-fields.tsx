import { ActionIcon, Checkbox, Fieldset, Group, Input, NativeSelect, Popover, TextInput } from "@mantine/core";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDate, parsePartialDate, readTypedDate, shortDate, writePartialDate } from "../i18n/dates";
import type { FieldProps } from "./fields";
import { Icon } from "./icon";

const Calendar = lazy(() => import("./calendar"));

interface DateFieldProps extends FieldProps {
  /** `2024-05-14`, or null. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  onFocus?: (event: React.FocusEvent<HTMLElement>) => void;
  onBlur?: (event: React.FocusEvent<HTMLElement>) => void;
  /** First and last day the calendar offers. */
  min?: string;
  max?: string;
  "data-path"?: string;
}

const shown = (value: string | null | undefined) => {
  const date = value ? parsePartialDate(value) : null;
  return date ? shortDate(date) : "";
};

/** A day: typed as 14.05.2024, or chosen in a calendar. What is no day is told, never dropped. */
export function DateField({ value, onChange, onBlur, min, max, error, description, ...props }: DateFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => shown(value));
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = readTypedDate(text);
  const wrong = text.trim() !== "" && typed === null ? t("common.field.bad_date") : "";

  // A value set from outside replaces the text; one that the text itself gave does not.
  useEffect(() => {
    setText((before) => (readTypedDate(before) === (value ?? null) || (value ?? null) === null && readTypedDate(before) === null && before !== "" ? before : shown(value)));
  }, [value]);
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);

  const write = (next: string) => {
    setText(next);
    setLeft(false);
    onChange?.(readTypedDate(next));
  };
  const choose = (day: string | null) => {
    setText(shown(day));
    setOpen(false);
    onChange?.(day);
    input.current?.focus();
  };
  return (
    <TextInput {...props} ref={input} value={text} inputMode="numeric" autoComplete="off"
      description={description ?? t("common.field.date_format")} error={(left && wrong) || error}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={(event) => { setLeft(true); if (typed) setText(shown(typed)); onBlur?.(event); }}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon variant="subtle" disabled={props.disabled} aria-label={t("common.field.pick_date")} onClick={() => setOpen(!open)}>
              <Icon name="calendar" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={null}><Calendar value={typed} min={min} max={max} choose={choose} /></Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

interface Parts {
  day: string;
  month: string;
  year: string;
  estimated: boolean;
}

function partsOf(value: string | null | undefined): Parts {
  const date = value ? parsePartialDate(value) : null;
  return {
    day: String(date?.day ?? ""), month: String(date?.month ?? ""), year: String(date?.year ?? ""), estimated: date?.estimated ?? false,
  };
}

/** The date these parts give; null when nothing is filled in; undefined when they give none. */
export function joinParts({ day, month, year, estimated }: Parts): string | null | undefined {
  if (!day && !month && !year) return null;
  const number = (part: string) => (part === "" ? undefined : /^\d+$/.test(part) ? Number(part) : NaN);
  const date = { year: number(year) ?? NaN, month: number(month), day: number(day) };
  return date.year >= 1000 && isDate(date) ? writePartialDate({ ...date, estimated }) : undefined;
}

/** A date as far as it is known: day, month, year, and whether it is estimated. The value is `2016-05~`, or null. */
export function PartialDateField({ value, onChange, label, description, error, required, disabled, ...props }: DateFieldProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(() => partsOf(value));
  const [touched, setTouched] = useState(false);
  const year = useRef<HTMLInputElement>(null);
  const hint = useId();
  const joined = joinParts(parts);
  const wrong = joined === undefined ? t("common.field.bad_partial") : "";
  const trouble = error ?? (touched && wrong ? wrong : null);
  const months = t("common.calendar.months", { returnObjects: true }) as unknown as string[];

  useEffect(() => {
    setParts((before) => ((joinParts(before) ?? null) === (value ?? null) ? before : partsOf(value)));
  }, [value]);
  useEffect(() => year.current?.setCustomValidity(wrong), [wrong]);

  const change = (part: Partial<Parts>) => {
    const next = { ...parts, ...part };
    setParts(next);
    onChange?.(joinParts(next) ?? null);
  };
  return (
    <Fieldset legend={<>{label}{required && <span aria-hidden="true"> *</span>}</>} disabled={disabled} aria-describedby={hint}
              onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setTouched(true); }}>
      <Group gap="sm" align="flex-end">
        <TextInput label={t("common.field.day")} w="4.5rem" inputMode="numeric" maxLength={2} value={parts.day}
                   onChange={(event) => change({ day: event.currentTarget.value.trim() })} />
        <NativeSelect label={t("common.field.month")} value={parts.month}
                      data={[{ value: "", label: "–" }, ...months.map((name, i) => ({ value: String(i + 1), label: name }))]}
                      onChange={(event) => change({ month: event.currentTarget.value })} />
        <TextInput label={t("common.field.year")} w="6rem" inputMode="numeric" maxLength={4} value={parts.year} ref={year} required={required}
                   withAsterisk={false} data-path={props["data-path"]} aria-invalid={trouble ? true : undefined}
                   onChange={(event) => change({ year: event.currentTarget.value.trim() })} />
        <Checkbox label={t("common.field.estimated")} pb="sm" checked={parts.estimated}
                  onChange={(event) => change({ estimated: event.currentTarget.checked })} />
      </Group>
      <Input.Description id={hint} mt="xs">{description ?? t("common.field.partial_hint")}</Input.Description>
      {trouble && <Input.Error mt="xs" role="alert">{trouble}</Input.Error>}
    </Fieldset>
  );
}

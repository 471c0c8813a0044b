import {
  Checkbox, NativeSelect, NumberInput, PasswordInput, Radio, Select, Stack, Text, TextInput, Textarea,
  type CheckboxProps, type NumberInputProps, type PasswordInputProps, type TextInputProps, type TextareaProps,
} from "@mantine/core";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What every field takes; `error` and `onChange` come from `form.getInputProps`. */
export interface FieldProps {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

export interface Choice {
  value: string;
  label: string;
}

export const TextField = (props: TextInputProps) => <TextInput {...props} />;
export const PasswordField = (props: PasswordInputProps) => <PasswordInput {...props} />;

/** A longer text. With `limit`, tells how many characters are left. */
export function TextArea({ limit, ...props }: TextareaProps & { limit?: number }) {
  const { t } = useTranslation();
  const left = limit === undefined ? null : limit - String(props.value ?? "").length;
  // Told aloud only near the end: a count at every key would drown the typing.
  const near = left !== null && left <= 100;
  const words = left === null ? null
    : left < 0 ? t("common.field.characters_over", { count: -left }) : t("common.field.characters_left", { count: left });
  return (
    <div>
      <Textarea autosize minRows={3} maxRows={14} {...props}
                ref={(element) => element?.setCustomValidity(left !== null && left < 0 && words ? words : "")} />
      {words && <Text size="sm" mt={4} c={left !== null && left < 0 ? "var(--mantine-color-error)" : "dimmed"} role={near ? "status" : undefined}>{words}</Text>}
    </div>
  );
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | null;
  onChange?: (value: string | null) => void;
  onFocus?: (event: React.FocusEvent<HTMLElement>) => void;
  onBlur?: (event: React.FocusEvent<HTMLElement>) => void;
  /** For long lists: typing narrows them. */
  searchable?: boolean;
  /** The words that stand while nothing is chosen, "Choose" unless given; null leaves that line out. */
  unchosen?: string | null;
  /** In place of a label that is seen, where a table's header tells what the field is. */
  "aria-label"?: string;
  "data-path"?: string;
}

/** One of several. The value is null while nothing is chosen. Short lists use the phone's own chooser. */
export function SelectField({ choices, value, onChange, searchable = false, unchosen, ...props }: SelectFieldProps) {
  const { t } = useTranslation();
  const first = unchosen === undefined ? t("common.field.choose") : unchosen;
  if (searchable) {
    return (
      <Select {...props} data={[...choices]} value={value ?? null} searchable clearable={!props.required} placeholder={first ?? undefined}
              nothingFoundMessage={t("common.field.nothing_found")} onChange={(chosen) => onChange?.(chosen)} />
    );
  }
  return (
    <NativeSelect {...props} value={value ?? ""} onChange={(event) => onChange?.(event.currentTarget.value || null)}
                  data={[...(first === null ? [] : [{ value: "", label: first }]), ...choices]} />
  );
}

/** A number; null while empty. */
export function NumberField({ value, onChange, ...props }:
  Omit<NumberInputProps, "value" | "onChange"> & { value?: number | null; onChange?: (value: number | null) => void }) {
  const { t } = useTranslation();
  return (
    <NumberInput decimalSeparator={t("common.number.mark")} thousandSeparator={t("common.number.group")} hideControls {...props}
                 value={value ?? ""} onChange={(typed) => onChange?.(typeof typed === "number" ? typed : null)} />
  );
}

/** Yes or no. Use with `form.getInputProps("…", { type: "checkbox" })`. */
export const CheckField = (props: CheckboxProps) => <Checkbox {...props} />;

/** One of a few, all in sight. */
export function RadioField({ choices, value, onChange, label, description, error, required, ...props }:
  Omit<SelectFieldProps, "searchable" | "unchosen">) {
  const name = useId();
  return (
    <Radio.Group name={name} label={label} description={description} error={error} required={required} value={value ?? null}
                 onChange={(chosen) => onChange?.(chosen)}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} disabled={props.disabled} required={required} data-path={props["data-path"]} />))}
      </Stack>
    </Radio.Group>
  );
}

import { Input, Stack, Text } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "./fields";
import { Icon } from "./icon";
import classes from "./file-drop.module.css";

interface FileDropProps extends FieldProps {
  value?: File | null;
  onChange?: (file: File | null) => void;
  /** Accepted endings, `[".xlsx", ".csv"]`; all when absent. The server judges the content. */
  kinds?: string[];
  maxMegabytes?: number;
  "data-path"?: string;
}

const size = (bytes: number) => Math.ceil(bytes / 1024);

/** A file: dropped here, or chosen by mouse or keyboard. */
export function FileDrop({ label, description, error, required, disabled, value, onChange, kinds = [], maxMegabytes = 50, ...props }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (file: File | undefined) => {
    if (!file) return;
    const rightKind = kinds.length === 0 || kinds.some((kind) => file.name.toLowerCase().endsWith(kind));
    const trouble = !rightKind ? t("common.field.file_wrong_type", { kinds: kinds.join(", ") })
      : file.size > maxMegabytes * 1024 * 1024 ? t("common.field.file_too_large", { megabytes: maxMegabytes }) : null;
    setRefusal(trouble);
    onChange?.(trouble ? null : file);
    // Choosing the same file again after it was corrected must count as a change.
    if (input.current) input.current.value = "";
  };
  const trouble = refusal ?? error;
  return (
    <Stack gap={4}>
      <Input.Label htmlFor={id} required={required} size="md">{label}</Input.Label>
      {description && <Input.Description id={`${id}-hint`}>{description}</Input.Description>}
      <label htmlFor={id} className={classes.zone} data-over={over} data-disabled={disabled}
             onDragOver={(event) => { event.preventDefault(); setOver(true); }}
             onDragLeave={() => setOver(false)}
             onDrop={(event) => { event.preventDefault(); setOver(false); if (!disabled) take(event.dataTransfer.files[0]); }}>
        <Icon name={value ? "file" : "upload"} size={28} />
        {value
          ? <Text component="span" fw={600}>{t("common.field.file_chosen", { name: value.name, kilobytes: size(value.size) })}</Text>
          : <Text component="span">{t("common.field.drop_file")}</Text>}
        <span className={classes.button}>{t("common.field.choose_file")}</span>
        <input id={id} ref={input} type="file" className={classes.input} disabled={disabled} required={required && !value}
               accept={kinds.join(",") || undefined} data-path={props["data-path"]} aria-invalid={trouble ? true : undefined}
               aria-describedby={description ? `${id}-hint` : undefined} onChange={(event) => take(event.currentTarget.files?.[0])} />
      </label>
      <div role="status">{trouble && <Input.Error size="md">{trouble}</Input.Error>}</div>
    </Stack>
  );
}

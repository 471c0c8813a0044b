import { Checkbox, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { Choice } from "../ui";

interface ChecksFieldProps {
  label: string;
  choices: readonly Choice[];
  description?: string;
  error?: ReactNode;
  required?: boolean;
  value?: string[];
  onChange?: (value: string[]) => void;
  "data-path"?: string;
}

/** Several of some, all in sight. */
export function ChecksField({ label, choices, description, error, required, value, onChange, ...props }: ChecksFieldProps) {
  return (
    <Checkbox.Group label={label} description={description} error={error} withAsterisk={required} value={value} onChange={onChange}>
      <Group mt="xs" gap="md">
        {choices.map((choice) => <Checkbox key={choice.value} value={choice.value} label={choice.label} data-path={props["data-path"]} />)}
      </Group>
    </Checkbox.Group>
  );
}

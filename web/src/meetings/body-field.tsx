import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BodySelect } from "../members/parts";
import { SelectField } from "../ui";
import classes from "./meetings.module.css";
import { useBodies } from "./session-queries";

interface BodyFieldProps {
  label: string;
  description?: string;
  error?: React.ReactNode;
  required?: boolean;
  /** The words that stand while none is chosen. */
  unchosen?: string;
  /** Codes that cannot be chosen. */
  without?: readonly string[];
  value?: string | null;
  onChange?: (code: string | null) => void;
  onFocus?: (event: React.FocusEvent<HTMLElement>) => void;
  onBlur?: (event: React.FocusEvent<HTMLElement>) => void;
  "data-path"?: string;
}

/** A State or body: from a list while the list is short, by typing once there are too many. */
export function BodyField({ unchosen, without = [], ...props }: BodyFieldProps) {
  const { choices, all } = useBodies();
  if (!all) return <BodySelect {...props} />;
  return <SelectField {...props} unchosen={unchosen} choices={choices.filter(({ value }) => !without.includes(value))} />;
}

/** Bodies that hold a session together with its host. */
export function OrganisersField({ value, onChange, names }: { value: string[]; onChange: (codes: string[]) => void; names: Record<string, string> }) {
  const { t } = useTranslation();
  const { choices } = useBodies();
  const nameOf = (code: string) => choices.find((choice) => choice.value === code)?.label ?? names[code] ?? code;
  return (
    <div className={classes.stack}>
      <BodyField label={t("meetings.field.add_organiser")} unchosen={t("common.none")} without={value} value={null}
                 onChange={(code) => code && onChange([...value, code])} />
      {value.length > 0 && (
        <ul className={classes.bodies} aria-label={t("meetings.field.organisers")}>
          {value.map((code) => (
            <li key={code}>
              <Group gap="xs">
                <Text>{nameOf(code)}</Text>
                <Button variant="default" size="xs" aria-label={t("meetings.field.remove_organiser", { name: nameOf(code) })} onClick={() => onChange(value.filter((each) => each !== code))}>{t("common.remove")}</Button>
              </Group>
            </li>))}
        </ul>)}
    </div>
  );
}

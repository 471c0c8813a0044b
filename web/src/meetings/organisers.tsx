import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./meetings.module.css";
import { nameIn, type Meeting } from "./session-queries";

/** The bodies that hold it together with the host. */
export function Organisers({ meeting: { organisers, names } }: { meeting: Pick<Meeting, "organisers" | "names"> }) {
  const { t } = useTranslation();
  if (organisers.length === 0) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">{t("meetings.field.organisers")}</Text>
      <ul className={classes.bodies}>{organisers.map((code) => <li key={code}>{nameIn(names, code)}</li>)}</ul>
    </div>
  );
}

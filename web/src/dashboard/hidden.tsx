import { Text, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import classes from "./dashboard.module.css";
import type { Shown } from "./released-table";

/** A figure as it was released: a number, or the sign that it is hidden. Never a zero in place of what is hidden. */
export function ShownFigure({ value }: { value: Shown }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value !== null) return format.number(value);
  return <span className={classes.hidden}><span aria-hidden="true">{t("indicators.hidden.symbol")}</span><VisuallyHidden>{t("indicators.hidden.word")}</VisuallyHidden></span>;
}

/** What the sign means. */
export function HiddenNote({ floor }: { floor: number }) {
  const { t } = useTranslation();
  return <Text size="sm" c="dimmed">{t("indicators.hidden.note", { floor })}</Text>;
}

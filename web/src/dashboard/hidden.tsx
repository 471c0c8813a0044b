import { Text, VisuallyHidden } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import classes from "./dashboard.module.css";
import type { LastShown } from "./queries";
import type { Shown } from "./released-table";

/** What was shown last of a hidden figure, with its day, in words. */
export function useLastShownText() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((last: LastShown | undefined) =>
    (last ? t("indicators.hidden.last", { value: format.number(last.value), date: format.date(last.reference_date) }) : undefined), [t, format]);
}

/** A figure as it was released: a number, or the sign that it is hidden and what was shown last. Never a zero in place of what is hidden. */
export function ShownFigure({ value, last }: { value: Shown; last?: LastShown | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lastText = useLastShownText();
  if (value !== null) return format.number(value);
  return (
    <span className={classes.hidden}>
      <span aria-hidden="true">{t("indicators.hidden.symbol")}</span><VisuallyHidden>{t("indicators.hidden.word")}</VisuallyHidden>
      {last && <span className={classes.last}>{lastText(last)}</span>}
    </span>
  );
}

/** What the sign means. */
export function HiddenNote({ floor }: { floor: number }) {
  const { t } = useTranslation();
  return <Text size="sm" c="dimmed">{t("indicators.hidden.note", { floor })}</Text>;
}

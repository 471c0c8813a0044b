import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import classes from "./figure-cell.module.css";
import type { Cell } from "./table";

const MARKS = { by_rule: "¹", protects_another: "²" } as const;

/** A figure of a return, or the sign that it is hidden and why; the notes stand under the tables. */
export function FigureCell({ cell, floor }: { cell: Cell; floor: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (cell.hidden === "no") return <>{format.number(cell.value)}</>;
  return (
    <span className={classes.hidden}>
      <span aria-hidden="true" className={classes.sign}>{t("indicators.hidden.symbol")}{MARKS[cell.hidden]}</span>
      <VisuallyHidden>{t(`statistics.hidden.${cell.hidden}`, { floor })}</VisuallyHidden>
    </span>
  );
}

/** What the signs in the tables mean, with the reasons, which no other reader is told. */
export function HiddenNotes({ floor }: { floor: number }) {
  const { t } = useTranslation();
  const symbol = t("indicators.hidden.symbol");
  return (
    <ul className={classes.notes}>
      {(["by_rule", "protects_another"] as const).map((reason) => (
        <li key={reason}><span aria-hidden="true" className={classes.sign}>{symbol}{MARKS[reason]} </span>{t(`statistics.hidden.${reason}_note`, { floor })}</li>))}
    </ul>
  );
}

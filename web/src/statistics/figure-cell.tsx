import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import classes from "./figure-cell.module.css";
import type { Cell } from "./table";
import { keyOf, useTablesView } from "./tables-view";

const MARKS = { by_rule: "¹", protects_another: "²", household: "³", earlier_release: "⁴" } as const;
type Reason = keyof typeof MARKS;
const REASONS = Object.keys(MARKS) as Reason[];

/** The sign of a hidden figure and why it is hidden. */
function HiddenSign({ reason, floor }: { reason: Reason; floor: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true" className={classes.sign}>{t("indicators.hidden.symbol")}{MARKS[reason]}</span>
      <VisuallyHidden>{t(`statistics.hidden.${reason}`, { floor })}</VisuallyHidden>
    </>
  );
}

/** What everybody saw last of a figure. */
function Before({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (cell.change === "first") return null;
  const words = cell.change === "same" ? t("statistics.change.same")
    : cell.last ? t("statistics.change.last", { value: format.number(cell.last.value), date: format.date(cell.last.on) }) : t("statistics.change.never");
  return <span className={classes.beside}>{words}</span>;
}

/** Between which whole numbers an outsider can say that it lies. */
function Outside({ at }: { at: string }) {
  const { t } = useTranslation();
  const range = useTablesView().ranges.get(at);
  if (!range) return null;
  return <span className={classes.beside}>{range.high === undefined ? t("statistics.outside.from", { low: range.low }) : t("statistics.outside.range", { low: range.low, high: range.high })}</span>;
}

/** A figure of a return, or the sign that it is hidden and why; the notes stand under the tables. */
export function PlainFigure({ cell, floor }: { cell: Cell; floor: number }) {
  const format = useFormat();
  if (cell.hidden === "no") return <>{format.number(cell.value)}</>;
  return <span className={classes.hidden}><HiddenSign reason={cell.hidden} floor={floor} /></span>;
}

/** The same in its table, with what the reader asked to see beside it. */
export function FigureCell({ cell, floor, table, place }: { cell: Cell; floor: number; table: string; place: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { look, chosen, choose } = useTablesView();
  const at = keyOf({ table, cell: place });
  if (cell.hidden === "no") return <>{format.number(cell.value)}{look === "changes" && <Before cell={cell} />}</>;
  const sign = <HiddenSign reason={cell.hidden} floor={floor} />;
  if (look === "by_hand") {
    const on = chosen.has(at);
    return (
      <UnstyledButton className={classes.choice} data-chosen={on} aria-pressed={on} onClick={() => { choose({ table, cell: place }); }}>
        {sign}<VisuallyHidden>. {t("statistics.by_hand.show_this")}</VisuallyHidden>
      </UnstyledButton>);
  }
  return <span className={classes.hidden}>{sign}{look === "changes" && <Before cell={cell} />}{look === "outside" && <Outside at={at} />}</span>;
}

/** What the signs in the tables mean, with the reasons, which no other reader is told. */
export function HiddenNotes({ floor, of }: { floor: number; of: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const symbol = t("indicators.hidden.symbol");
  return (
    <ul className={classes.notes}>
      {REASONS.filter((reason) => of.has(reason)).map((reason) => (
        <li key={reason}><span aria-hidden="true" className={classes.sign}>{symbol}{MARKS[reason]} </span>{t(`statistics.hidden.${reason}_note`, { floor })}</li>))}
    </ul>
  );
}

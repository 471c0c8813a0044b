import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { About } from "./about";
import { Facts } from "./page";
import classes from "./figure.module.css";

interface FigureProps {
  label: string;
  /** Null when it is not known or may not be shown; `instead` then says so. */
  value: number | null;
  instead?: string;
  /** The day it was true, `2024-05-14`. */
  asOf?: string | null;
  /** What is counted. */
  definition?: ReactNode;
  source?: ReactNode;
  /** In place of the plain number, such as a percentage. */
  text?: string;
}

/** A number that can be asked what it is: its date, its definition, its source. */
export function Figure({ label, value, instead, asOf, definition, source, text }: FigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    { label: t("common.figure.as_of"), value: asOf ? format.longDate(asOf) : null },
    { label: t("common.figure.definition"), value: definition },
    { label: t("common.figure.source"), value: source },
  ];
  return (
    <div className={classes.figure}>
      <div className={classes.head}>
        <Text c="dimmed" size="sm">{label}</Text>
        {(asOf || definition || source) && (
          <About label={label}><Facts of={facts} /></About>
        )}
      </div>
      <div className={value === null ? classes.absent : classes.value}>
        {value === null ? (instead ?? t("common.chart.no_value")) : (text ?? format.number(value))}
      </div>
      {asOf && <Text c="dimmed" size="xs">{t("common.figure.as_of")} {format.date(asOf)}</Text>}
    </div>
  );
}

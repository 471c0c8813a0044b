import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import type { Shown } from "./shown";

/** Writes a figure, or the sign of a hidden one with its word. */
export function useShownText(): (value: Shown, write?: (value: number) => string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((value, write) =>
    (value === null ? `${t("indicators.hidden.symbol")} ${t("indicators.hidden.word")}` : write ? write(value) : format.number(value)), [t, format]);
}

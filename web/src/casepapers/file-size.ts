import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";

/** `1.4 MB`, `320 kB`. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (bytes) => bytes >= 1_000_000
    ? t("casepapers.megabytes", { size: format.number(bytes / 1_000_000, 1) })
    : t("casepapers.kilobytes", { size: format.number(Math.max(1, Math.round(bytes / 1000))) });
}

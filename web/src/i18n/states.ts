import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The name of a member as contracts call it, `uz` or `UZ`; `council` is the Council itself. */
export function useStateName(): (code: string) => string {
  const { t } = useTranslation();
  return useMemo(() => (code: string) => {
    const known = code.toLowerCase() === "council" ? "REC" : code.toUpperCase();
    return t(`common.country.${known}`, { defaultValue: known });
  }, [t]);
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The member States of the Council, by ISO 3166 code. */
export const STATE_CODES = ["KZ", "KG", "TJ", "TM", "UZ"] as const;
export type StateCode = (typeof STATE_CODES)[number];

/** The name of a member as contracts call it, `uz` or `UZ`; `council` is the Council itself. */
export function useStateName(): (code: string) => string {
  const { t } = useTranslation();
  return useMemo(() => (code: string) => {
    const known = code.toLowerCase() === "council" ? "REC" : code.toUpperCase();
    return t(`common.country.${known}`, { defaultValue: known });
  }, [t]);
}

/** The member States as contracts call them, in the order of their names in the reader's language. */
export function useMemberStates(): string[] {
  const stateName = useStateName();
  return STATE_CODES.map((code) => code.toLowerCase()).sort((a, b) => stateName(a).localeCompare(stateName(b)));
}

/** The member States, to choose from. */
export function useStateChoices(): { value: string; label: string }[] {
  const stateName = useStateName();
  return useMemberStates().map((state) => ({ value: state, label: stateName(state) }));
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";

/** A birth date as far as it is known, and the age it gives: "about 2016 (8 years)". */
export function useBirthDate() {
  const { t } = useTranslation();
  const format = useFormat();
  return (bornOn: string | undefined, age?: number) => {
    if (!bornOn) return t("common.unknown");
    const date = format.partialDate(bornOn);
    return age === undefined ? date : `${date} (${t("people.years", { count: age })})`;
  };
}

import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";

/** The name of a kind of letter, as the letters themselves have it. */
export function useKindName(): (kind: Schemas["MailKind"]) => string {
  const { i18n } = useTranslation();
  return ({ name }) => (i18n.language === "ru" ? name.ru : name.en);
}

import { useTranslation } from "react-i18next";

/** What things of the Council are about; the words are `common.topic.<code>`. */
export const TOPICS = [
  "documents", "family", "children", "education", "health", "psychosocial", "social_aid", "housing", "legal_aid", "livelihood",
  "civil_society", "narratives", "accountability", "protection", "data", "other",
] as const;

/** All topics, to choose from. */
export function useTopicChoices(): { value: string; label: string }[] {
  const { t } = useTranslation();
  return TOPICS.map((topic) => ({ value: topic, label: t(`common.topic.${topic}`) }));
}

/** The names of topics, one after the other. */
export function useTopicNames(): (codes: readonly string[]) => string {
  const { t } = useTranslation();
  return (codes) => codes.map((code) => t(`common.topic.${code}`)).join(", ");
}

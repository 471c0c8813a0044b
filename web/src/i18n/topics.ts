/** What things of the Council are about; the words are `common.topic.<code>`. */
export const TOPICS = [
  "documents", "family", "children", "education", "health", "psychosocial", "social_aid", "housing", "legal_aid", "livelihood",
  "civil_society", "narratives", "accountability", "protection", "data", "other",
] as const;

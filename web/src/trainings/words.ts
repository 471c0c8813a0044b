import type { Schemas } from "../api/council";

export const COMPETENCES = ["case_management", "child_protection", "psychosocial_first_aid", "family_work", "documents", "education", "livelihood",
  "data_protection", "coordination", "communication"] as const satisfies readonly Schemas["Course"]["competence"][];

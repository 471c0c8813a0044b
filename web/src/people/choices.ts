import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";

export type Choices = Schemas["RegisterChoices"];
export type Step = Schemas["PersonStep"];

/** Operations, regions, kinds of documents and workers. They hardly ever change, so they are asked once a visit. */
export function useChoices() {
  const { i18n } = useTranslation();
  const language = (i18n.resolvedLanguage ?? "en") as Schemas["Language"];
  return useQuery({
    queryKey: ["choices", language],
    queryFn: () => body(api.GET("/api/register/choices", { params: { query: { language } } })),
    staleTime: 5 * 60_000,
  });
}

/** Words for the codes that a person's record holds; the code itself while the choices are on their way. */
export function useNames() {
  const { t } = useTranslation();
  const choices = useChoices().data;
  return {
    stage: (id: string | undefined) => choices?.stages.find((stage) => stage.id === id)?.name ?? id ?? null,
    region: (id: string | undefined) => choices?.regions.find((region) => region.id === id)?.name ?? id ?? null,
    worker: (id: string | undefined) => choices?.workers.find((worker) => worker.id === id)?.name ?? null,
    relationship: (code: string | undefined) => (code ? t(`people.relationship.${code}`) : null),
    kind: (code: string) => t(`people.kind.${code}`),
  };
}

/** "family given patronymic", without the parts that are empty. */
export const fullName = (name: Schemas["PersonName"]) => [name.family, name.given, name.patronymic].filter(Boolean).join(" ");

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";

/** The name of a region in the reader's language; its code while it is not known. */
export function useRegionNames(): (id: string) => string {
  const { i18n } = useTranslation();
  const language = (i18n.resolvedLanguage ?? "en") as Schemas["Language"];
  const choices = useQuery({
    queryKey: ["choices", language], queryFn: () => body(api.GET("/api/register/choices", { params: { query: { language } } })), staleTime: 300_000 });
  const regions = choices.data?.regions;
  return useCallback((id: string) => regions?.find((region) => region.id === id)?.name ?? id, [regions]);
}

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";

/** The services that a plan may promise, as choices in the reader's language. */
export function useServiceChoices() {
  const { t } = useTranslation();
  const catalogue = useQuery({ queryKey: ["services"], queryFn: () => body(api.GET("/api/services")), staleTime: Infinity });
  return (catalogue.data?.services ?? []).map((code) => ({ value: code, label: t(`services.catalogue.${code}`) }));
}

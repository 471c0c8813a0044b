import { useTranslation } from "react-i18next";
import { Page } from "../ui";
import { RegistryQueue } from "./registry-queue";

/** The queue of the clerk's registry. */
export function RegistryPage() {
  const { t } = useTranslation();
  return <Page title={t("documents.registry.page")} lead={t("documents.registry.lead")}><RegistryQueue /></Page>;
}

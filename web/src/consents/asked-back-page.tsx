import { useTranslation } from "react-i18next";
import { Page } from "../ui";
import { AskedBack } from "./asked-back";

/** What a body that works here is asked to give back or destroy. */
export function AskedBackPage() {
  const { t } = useTranslation();
  return <Page title={t("consents.asked_back.page")} lead={t("consents.asked_back.lead")}><AskedBack /></Page>;
}

import { useTranslation } from "react-i18next";
import { Page } from "../ui";
import { ReceivedList } from "./received-list";

/** Referrals to the body for which the reader works. */
export function ReceivedPage() {
  const { t } = useTranslation();
  return <Page title={t("referrals.title")} lead={t("referrals.lead")}><ReceivedList /></Page>;
}

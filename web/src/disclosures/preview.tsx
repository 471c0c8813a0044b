import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Facts, Waiting } from "../ui";
import { path, type ExtractField } from "./orders-data";

/** What would leave, as it would stand on paper. */
export function Preview({ orderId, fields }: { orderId: string; fields: ExtractField[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "ru" ? "ru" : "en";
  const extract = useQuery({
    queryKey: ["disclosures", orderId, "preview", language, fields], enabled: fields.length > 0,
    queryFn: () => body(api.POST("/api/disclosures/{order_id}/preview", { ...path(orderId), body: { fields, language } })) });
  if (fields.length === 0) return <Text>{t("disclosures.preview_empty")}</Text>;
  if (!extract.data) return <Waiting for={extract} />;
  return (
    <Stack gap="xs">
      <h3>{t("disclosures.preview_title")}</h3>
      <Facts of={extract.data.lines.map(({ label, value }) => ({ label, value }))} />
    </Stack>
  );
}

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem";

/** Where in a file a problem stands, when the server could tell. */
export function FilePlace({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  const { row, column } = problem?.params ?? {};
  if (!row || row === "0") return null;
  return <Text fw={600} role="status">{column && column !== "0" ? t("people.arrivals.place", { row, column }) : t("people.arrivals.place_row", { row })}</Text>;
}

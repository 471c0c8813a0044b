import { Alert } from "@mantine/core";
import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem";
import { Facts, Icon } from "../ui";
import { CHANGED } from "./notes-data";

/**
 * Somebody saved the same thing first: their version is fetched and shown above what the reader typed. A further save then
 * counts as made on theirs.
 */
export function Meanwhile({ problem, refresh, theirs }: { problem: Problem | null; refresh: QueryKey; theirs: { label: string; value: string }[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const changed = problem?.key === CHANGED;
  useEffect(() => {
    if (changed) void client.invalidateQueries({ queryKey: refresh });
    // Only a new problem counts; the key is the same for the life of the form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);
  if (!changed) return null;
  return (
    <Alert color="apricot" icon={<Icon name="people" />} title={t("notes.note.theirs")}>
      <p>{t("notes.note.meanwhile")}</p>
      <Facts of={theirs} />
    </Alert>
  );
}

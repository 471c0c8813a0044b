import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem";
import { Facts, Icon } from "../ui";

/** Somebody saved the same thing first: what they wrote is shown above what the reader typed. A further save counts as made on theirs. */
export function Meanwhile({ problem, theirs }: { problem: Problem | null; theirs: { label: string; value: string | undefined }[] }) {
  const { t } = useTranslation();
  if (problem?.key !== "edit.changed_meanwhile") return null;
  return (
    <Alert color="apricot" icon={<Icon name="people" />} title={t("children.theirs")}>
      <p>{t("children.meanwhile")}</p>
      <Facts of={theirs.map(({ label, value }) => ({ label, value: value ?? null }))} />
    </Alert>
  );
}

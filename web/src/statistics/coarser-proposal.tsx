import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui";
import type { Chosen } from "./chosen";
import { returnOf } from "./queries";

/** Where the year's last return had to be made coarser: its tables, to be chosen so from the start. */
export function CoarserProposal({ last, choose }: { last: string; choose: (tables: Chosen) => void }) {
  const { t } = useTranslation();
  const annual = useQuery(returnOf(last));
  const coarser = annual.data?.coarser ?? [];
  if (coarser.length === 0) return null;
  return (
    <Alert icon={<Icon name="info" />}>
      {t("statistics.choose.was_coarser")}{" "}
      <Button size="compact-sm" variant="subtle" onClick={() => { choose(coarser); }}>{t("statistics.choose.take_coarser")}</Button>
    </Alert>
  );
}

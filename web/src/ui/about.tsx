import { ActionIcon, Popover, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";

/** The button that a number or a picture is asked with: what is counted, of which day, by whom. */
export function About({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Popover width="min(22rem, 90vw)" position="bottom-end" withArrow trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" size="md" aria-label={`${t("common.figure.about")}: ${label}`}><Icon name="info" size={18} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown><Stack gap="xs">{children}</Stack></Popover.Dropdown>
    </Popover>
  );
}

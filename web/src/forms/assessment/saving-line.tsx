import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemText } from "../../api/problem";
import { Icon, useFormat, type IconName } from "../../ui";
import classes from "../forms.module.css";
import type { Draft } from "./draft";

const ICONS: Record<Draft["saving"]["kind"], IconName> = {
  saved: "check", waiting: "clock", saving: "clock", failed: "alert", clash: "people", closed: "lock",
};

/** Says whether what was typed is kept; stays in sight. */
export function SavingLine({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { saving } = draft;
  const words = () => {
    switch (saving.kind) {
      case "saved": return t("forms.saving.saved", { at: format.instant(saving.at) });
      case "failed": return saving.problem.status === 0 ? t("forms.saving.no_line") : problemText(t, saving.problem);
      default: return t(`forms.saving.${saving.kind}`);
    }
  };
  return (
    <div className={classes.saving} data-no-print>
      {/* Said aloud only where something is wrong: every save would drown the questions. */}
      <p role={saving.kind === "failed" || saving.kind === "clash" || saving.kind === "closed" ? "alert" : undefined}>
        <Icon name={ICONS[saving.kind]} size={18} />{words()}
      </p>
      {saving.kind === "failed" && (
        <Button size="compact-md" variant="default" onClick={() => void draft.flush()}>{t("forms.saving.now")}</Button>)}
    </div>
  );
}

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./decisions.module.css";
import type { Decision } from "./queries";

/** The text in the agreed languages side by side; one under the other on a phone. */
export function DecisionTexts({ decision, short = false }: { decision: Pick<Decision, "languages" | "texts">; short?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.texts}>
      {decision.languages.map((language) => (
        <div key={language}>
          <Text size="sm" c="dimmed">{t(`common.language_name.${language}`)}</Text>
          {decision.texts[language]
            ? <Text component="div" className={short ? `${classes.text} ${classes.short}` : classes.text} lang={language}>{decision.texts[language]}</Text>
            : <Text c="dimmed" fs="italic">{t("decisions.no_text")}</Text>}
        </div>
      ))}
    </div>
  );
}

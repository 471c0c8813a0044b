import { Alert, Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui";
import { DOMAINS, type Case, type Domain, type Need } from "./case-data";
import classes from "./casework.module.css";
import type { Findings } from "./needs-form";

/** Domains that a colleague recorded after the writer began. */
export const changedBy = (began: readonly Need[], now: readonly Need[]): Domain[] =>
  DOMAINS.filter((domain) => now.find((need) => need.domain === domain)?.id !== began.find((need) => need.domain === domain)?.id);

/** A colleague recorded needs first: what is theirs and what is mine, side by side, and which of the two shall stand. */
export function NeedsMeanwhile({ began, file, mine, touched, keep, take }: {
  began: readonly Need[]; file: Case; mine: Findings; touched: readonly Domain[]; keep: () => void; take: (domains: Domain[]) => void;
}) {
  const { t } = useTranslation();
  const clashes = changedBy(began, file.needs).filter((domain) => touched.includes(domain));
  const level = (value: string | null | undefined) => (value ? t(`casework.level.${value}`) : t("casework.needs.level_none_yet"));
  return (
    <>
      <Alert role="alert" color="apricot" icon={<Icon name="people" />} title={t("casework.needs.meanwhile_title")}>{t("casework.needs.meanwhile_text")}</Alert>
      {clashes.map((domain) => {
        const theirs = file.needs.find((need) => need.domain === domain);
        return (
          <div key={domain} className={classes.pair}>
            <section aria-label={t("casework.meanwhile.mine")}>
              <h3>{t("casework.meanwhile.mine")}: {t(`casework.domain.${domain}`)}</h3>
              <p className={classes.words}>{[level(mine[domain].level), mine[domain].note].filter(Boolean).join("\n")}</p>
            </section>
            <section aria-label={t("casework.meanwhile.theirs")}>
              <h3>{t("casework.meanwhile.theirs")}: {theirs?.recorded_by.name}</h3>
              <p className={classes.words}>{[level(theirs?.level), theirs?.note].filter(Boolean).join("\n")}</p>
            </section>
          </div>);
      })}
      <Group>
        <Button onClick={keep}>{t("casework.meanwhile.keep_mine")}</Button>
        <Button variant="default" onClick={() => take(clashes)}>{t("casework.meanwhile.take_theirs")}</Button>
      </Group>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Opening } from "../ui";
import { ConsentCard } from "./consent-card";
import { ConsentForm } from "./consent-form";
import classes from "./consents.module.css";
import { standing, type Purpose, type Sharing } from "./consents-data";

/** One purpose: what was answered, or that nobody was asked yet. */
export function PurposeCard({ sharing, purpose }: { sharing: Sharing; purpose: Purpose }) {
  const { t } = useTranslation();
  const answers = standing(sharing.consents, purpose);
  const name = t(`consents.purpose.${purpose}`);
  const label = t(answers.length > 0 ? "consents.ask_again" : "consents.record");
  return (
    <li className={classes.card}>
      <h3>{name}</h3>
      <p className={classes.quiet}>{t(`consents.purpose_hint.${purpose}`)}</p>
      {answers.length === 0 && <p className={classes.words}>{t("consents.not_asked_yet")}</p>}
      {answers.map((consent) => <ConsentCard key={consent.id} sharing={sharing} consent={consent} />)}
      {sharing.may_write && (
        <Opening label={label} spoken={`${label}: ${name}`} variant="default">
          {(close) => <ConsentForm sharing={sharing} purpose={purpose} close={close} />}
        </Opening>)}
    </li>
  );
}

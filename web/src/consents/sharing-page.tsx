import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CaseFrame } from "../casework/parts";
import { ToldOrders } from "../disclosures/parts";
import { Icon, Section, Waiting, useFormat } from "../ui";
import { ConsentCard } from "./consent-card";
import classes from "./consents.module.css";
import { PURPOSES, standing, useSharing, type Sharing } from "./consents-data";
import { DisclosuresPart } from "./disclosures-part";
import { PurposeCard } from "./purpose-card";

function OfAge({ sharing }: { sharing: Sharing }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!sharing.of_age_on) return <p className={classes.quiet}>{t("consents.age_unknown")}</p>;
  const by_caregiver = sharing.consents.some(({ source, answer }) => source === "caregiver" && answer === "given");
  if (!by_caregiver) return null;
  const date = format.date(sharing.of_age_on);
  if (!sharing.of_age) return <p className={classes.quiet}>{t("consents.of_age_ahead", { date })}</p>;
  return <Alert color="apricot" icon={<Icon name="info" />} title={t("consents.of_age_title", { date })}>{t("consents.of_age_text")}</Alert>;
}

function SharingParts({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const query = useSharing(personId);
  const sharing = query.data;
  if (!sharing) return <Waiting for={query} />;
  const counted = new Set(PURPOSES.flatMap((purpose) => standing(sharing.consents, purpose)).map(({ id }) => id));
  const earlier = sharing.consents.filter(({ id }) => !counted.has(id));
  return (
    <>
      <Section title={t("consents.title")}>
        <p className={classes.words}>{t("consents.lead")}</p>
        <OfAge sharing={sharing} />
        <ul className={classes.cards}>{PURPOSES.map((purpose) => <PurposeCard key={purpose} sharing={sharing} purpose={purpose} />)}</ul>
        {earlier.length > 0 && (
          <details className={classes.fold}>
            <summary>{t("consents.earlier", { count: earlier.length })}</summary>
            <ul className={classes.cards}>
              {earlier.map((consent) => <li key={consent.id} className={classes.card}><ConsentCard sharing={sharing} consent={consent} named /></li>)}
            </ul>
          </details>)}
      </Section>
      <DisclosuresPart sharing={sharing} />
    </>
  );
}

/** What may be told about a person, to whom and why; what was told, and what is called back. */
export function SharingPage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="sharing">{(file) => <><SharingParts personId={file.person.id} /><ToldOrders caseId={caseId} /></>}</CaseFrame>;
}

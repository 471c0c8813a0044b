import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AssessmentsPart } from "../forms/parts";
import { useSession } from "../session/session";
import { Empty, Icon, Opened, useFormat } from "../ui";
import { DOMAINS, type Case, type Need } from "./case-data";
import classes from "./casework.module.css";
import { LevelBadge } from "./level-badge";
import { NeedsApproval } from "./needs-approval";
import { NeedsForm } from "./needs-form";
import { Part } from "./part";

function NeedCard({ need }: { need: Need }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classes.card}>
      <div className={classes.line}><strong>{t(`casework.domain.${need.domain}`)}</strong><LevelBadge level={need.level} /></div>
      {need.note && <p className={classes.words}>{need.note}</p>}
      <p className={classes.quiet}>{t("casework.by_on", { name: need.recorded_by.name, date: format.dayOf(need.recorded_at) })}</p>
    </li>
  );
}

/** What support is needed, domain by domain, and what has not been asked yet. */
export function NeedsPart({ file }: { file: Case }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [writing, setWriting] = useState(false);
  const { needs, allows } = file;
  const notAsked = DOMAINS.filter((domain) => !needs.some((need) => need.domain === domain));
  const button = needs.length > 0 ? t("casework.needs.change") : t("casework.needs.record");
  return (
    <Part name="needs" title={t("casework.part.needs")}
          actions={allows.write && !writing && <Button variant={needs.length > 0 ? "default" : "filled"} onClick={() => setWriting(true)} leftSection={<Icon name="edit" />}>{button}</Button>}>
      {writing ? <Opened><NeedsForm file={file} close={() => setWriting(false)} /></Opened> : (
        <>
          {needs.length === 0 && <Empty icon="heart" title={t("casework.needs.empty")} hint={t("casework.needs.empty_hint")} />}
          {needs.length > 0 && <ul className={`${classes.cards} ${classes.two}`}>{needs.map((need) => <NeedCard key={need.domain} need={need} />)}</ul>}
          {needs.length > 0 && notAsked.length > 0 && (
            <p className={classes.quiet}>
              {t("casework.needs.not_asked", { domains: notAsked.map((domain) => t(`casework.domain.${domain}`)).join(", ") })}
            </p>
          )}
          <NeedsApproval file={file} reader={session?.account.id} />
        </>
      )}
      <AssessmentsPart caseId={file.id} />
    </Part>
  );
}

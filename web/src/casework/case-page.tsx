import { useIsFetching } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Page, Waiting, useFormat } from "../ui";
import { useCase, type Case } from "./case-data";
import { ClosurePart } from "./closure-part";
import { HistoryPart } from "./history-part";
import { NeedsPart } from "./needs-part";
import { PlanPart } from "./plan-part";
import { ServicesPart } from "./services-part";
import { SurveyPart } from "./survey-part";
import { VisitsPart } from "./visits-part";
import { WhereItStands } from "./where-it-stands";

/** Leads to the part that the address names, once everything above it is there. */
function useLeadToPart(caseId: string) {
  const { hash } = useLocation();
  const loading = useIsFetching({ queryKey: ["cases", caseId] }) > 0;
  const led = useRef("");
  useEffect(() => {
    if (loading || hash === led.current) return;
    led.current = hash;
    const part = hash && document.getElementById(hash);
    if (!part) return;
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }, [hash, loading]);
}

function PersonLine({ file: { person, worker } }: { file: Case }) {
  const { t } = useTranslation();
  const format = useFormat();
  const age = person.age === undefined ? null : t("casework.age", { count: person.age });
  const born = person.born_on ? t("casework.born", { date: format.partialDate(person.born_on) }) : null;
  const cared = worker ? t("casework.worker", { name: worker.name }) : t("casework.no_worker");
  return <>{[person.code, person.sex === "unknown" ? null : t(`common.sex.${person.sex}`), age, born, cared].filter(Boolean).join(" · ")}</>;
}

/** One case file: where it stands, what comes next, and all that was found, promised, given and seen. */
export function CasePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const file = useCase(caseId);
  useLeadToPart(caseId);
  if (!file.data) return <Waiting for={file} />;
  const { person } = file.data;
  return (
    <Page title={person.name} lead={<PersonLine file={file.data} />} breadcrumbs={[{ to: "/", label: t("common.home") }]}
          actions={<ButtonLink variant="default" to="/people/$personId" params={{ personId: person.id }}>{t("casework.to_person")}</ButtonLink>}>
      <WhereItStands file={file.data} />
      <NeedsPart file={file.data} />
      <PlanPart file={file.data} />
      <ServicesPart file={file.data} />
      <VisitsPart file={file.data} />
      <SurveyPart file={file.data} />
      <ClosurePart file={file.data} />
      <HistoryPart file={file.data} />
    </Page>
  );
}

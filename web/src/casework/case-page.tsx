import { useIsFetching } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { CaseFrame } from "./case-frame";
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
    const part = hash && document.getElementById(hash);
    // Before the file has begun to load, nothing is loading either: the address is kept until its part is there.
    if (!part) return;
    led.current = hash;
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }, [hash, loading]);
}

/** One case file: where it stands, what comes next, and all that was found, promised, given and seen. */
export function CasePage({ caseId }: { caseId: string }) {
  useLeadToPart(caseId);
  return (
    <CaseFrame caseId={caseId} at="work">
      {(file) => (
        <>
          <WhereItStands file={file} />
          <NeedsPart file={file} />
          <PlanPart file={file} />
          <ServicesPart file={file} />
          <VisitsPart file={file} />
          <SurveyPart file={file} />
          <ClosurePart file={file} />
          <HistoryPart file={file} />
        </>
      )}
    </CaseFrame>
  );
}

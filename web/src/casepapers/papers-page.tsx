import { CaseFrame } from "../casework/parts";
import { FilesSection } from "./files-section";
import { LettersSection } from "./letters-section";

/** What lies in a case file on paper: files that were brought, and letters that were made. */
export function PapersPage({ caseId }: { caseId: string }) {
  return (
    <CaseFrame caseId={caseId} at="papers">
      {() => (
        <>
          <FilesSection caseId={caseId} />
          <LettersSection caseId={caseId} />
        </>
      )}
    </CaseFrame>
  );
}

import { CaseFrame } from "../casework/parts";
import { CircleSection } from "./circle-section";
import { ComplaintsSection } from "./complaints-section";
import { IncidentsSection } from "./incidents-section";
import { NotesSection } from "./notes-section";

/** What was noted beside the plan: notes and sessions, what the person met outside, what they complain of, and who works with them. */
export function NotesPage({ caseId }: { caseId: string }) {
  return (
    <CaseFrame caseId={caseId} at="notes">
      {(file) => (
        <>
          <NotesSection caseId={caseId} />
          <IncidentsSection caseId={caseId} />
          <ComplaintsSection caseId={caseId} />
          <CircleSection personId={file.person.id} />
        </>
      )}
    </CaseFrame>
  );
}

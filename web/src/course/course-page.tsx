import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CaseFrame, HistoryPart, type Case, type Happening } from "../casework/parts";
import { useSession } from "../session/session";
import { ChangesPart } from "./changes-part";
import { ConferencesPart } from "./conferences-part";
import { useConferences, useRegions, useTransfers } from "./course-data";
import { TransfersPart } from "./transfers-part";

/** What the case file itself does not tell: who had it, and who sat together about it. */
function useFurther(caseId: string): Happening[] {
  const { t } = useTranslation();
  const transfers = useTransfers(caseId).data;
  const conferences = useConferences(caseId).data;
  const { name } = useRegions();
  return useMemo(() => [
    ...(transfers?.items ?? []).flatMap((one): Happening[] => one.decided_at ? [{
      key: one.id, at: one.decided_at, icon: "send", who: one.decided_by?.name, text: one.reason,
      title: t(`course.happened.transfer_${one.state}`, { to: one.to_worker?.name ?? name(one.to_region) }) }] : []),
    ...(conferences?.items ?? []).flatMap((one): Happening[] => one.held_on ? [{
      key: one.id, at: one.held_on, icon: "people", title: t("course.happened.conference"), text: one.topics }] : []),
  ], [transfers, conferences, name, t]);
}

function Course({ file }: { file: Case }) {
  const { can } = useSession();
  const further = useFurther(file.id);
  return (
    <>
      <ConferencesPart caseId={file.id} />
      <TransfersPart caseId={file.id} />
      <HistoryPart file={file} further={further} />
      {can("read_history") && <ChangesPart caseId={file.id} />}
    </>
  );
}

/** How the work with a person went: who had the file, who met about it, what was done, what was changed. */
export function CoursePage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="course">{(file) => <Course file={file} />}</CaseFrame>;
}

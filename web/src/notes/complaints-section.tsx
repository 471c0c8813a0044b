import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { Icon, Link, Opened, Section, Waiting } from "../ui";
import { ComplaintForm } from "./complaint-form";
import { ComplaintStateBadge } from "./complaint-state";
import classes from "./notes.module.css";

/** Complaints and suggestions of one case, as this reader may know of them. */
export function ComplaintsSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [recording, setRecording] = useState(false);
  const complaints = useList(["cases", caseId, "complaints"], (cursor) => body(api.GET("/api/complaints", { params: { query: { case: caseId, state: "all", cursor, limit: 30 } } })));
  const { first } = complaints;
  return (
    <Section title={t("notes.complaint.title")}
             actions={can("record_complaint") && !recording && (
               <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setRecording(true)}>{t("notes.complaint.record")}</Button>)}>
      {recording && <Opened><ComplaintForm caseId={caseId} close={() => setRecording(false)} /></Opened>}
      {!first && <Waiting for={complaints} />}
      {first && complaints.items.length === 0 && !recording && <p className={classes.quiet}>{t("notes.complaint.empty_case")}</p>}
      {complaints.items.length > 0 && (
        <ul className={classes.cards}>
          {complaints.items.map((complaint) => (
            <li key={complaint.id} className={classes.card}>
              <div className={classes.line}>
                <Link to="/complaints/$complaintId" params={{ complaintId: complaint.id }}>
                  {t(complaint.kind === "complaint" ? "notes.complaint.one" : "notes.complaint.one_feedback", { reference: complaint.reference })}
                </Link>
                <ComplaintStateBadge complaint={complaint} />
              </div>
              {complaint.text && <p className={classes.words}>{complaint.text}</p>}
            </li>))}
        </ul>)}
      {complaints.hasMore && <div><Button variant="default" loading={complaints.loadingMore} onClick={complaints.loadMore}>{t("common.more")}</Button></div>}
    </Section>
  );
}

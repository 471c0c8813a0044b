import { useTranslation } from "react-i18next";
import { DueBadge, StatusBadge } from "../ui";
import type { Complaint } from "./notes-data";

/** How a complaint stands, and for how long an answer may still take. */
export function ComplaintStateBadge({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  if (!complaint.may_read || !complaint.state) return <StatusBadge tone="neutral" icon="send">{t("notes.complaint.state.handed")}</StatusBadge>;
  if (complaint.state === "open") return <DueBadge on={complaint.answer_by} />;
  return complaint.state === "answered"
    ? <StatusBadge tone="waiting">{t("notes.complaint.state.answered")}</StatusBadge>
    : <StatusBadge tone="good">{t("notes.complaint.state.closed")}</StatusBadge>;
}

import { useTranslation } from "react-i18next";
import { today } from "../i18n/dates";
import { useDays } from "../i18n/days";
import { StatusBadge, useFormat } from "../ui";
import { offsetText, type Meeting, type MeetingLine } from "./session-queries";

/** How it stands with a session. What was announced and lies behind is not said to have been held. */
export function MeetingState({ meeting: { state, ends_on, is_example } }: { meeting: Pick<MeetingLine, "state" | "ends_on" | "is_example"> }) {
  const { t } = useTranslation();
  return (
    <>
      {state === "held" && <StatusBadge tone="good">{t("meetings.state.held")}</StatusBadge>}
      {state === "cancelled" && <StatusBadge tone="neutral">{t("meetings.state.cancelled")}</StatusBadge>}
      {state === "planned" && ends_on >= today() && <StatusBadge tone="waiting">{t("meetings.state.planned")}</StatusBadge>}
      {state === "planned" && ends_on < today() && <StatusBadge tone="neutral">{t("meetings.state.announced")}</StatusBadge>}
      {is_example && <StatusBadge tone="neutral">{t("meetings.example")}</StatusBadge>}
    </>
  );
}

/** "14 May 2024, 09:30–17:00 (UTC+5)", and the reader's own time where their clock shows another. */
export function useWhen(): (meeting: Meeting) => string {
  const { t } = useTranslation();
  const days = useDays();
  const format = useFormat();
  return (meeting) => {
    if (!meeting.opens_at) return days(meeting);
    const clock = [meeting.opens_at, meeting.closes_at].filter(Boolean).join("–");
    const there = `${days(meeting)}, ${clock} (${offsetText(meeting.utc_offset_minutes)})`;
    const own = meeting.begins && -new Date(meeting.begins).getTimezoneOffset() !== meeting.utc_offset_minutes;
    return own ? t("meetings.your_time", { there, here: format.instant(meeting.begins ?? "") }) : there;
  };
}

import { useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Done } from "../api/queries";
import { Page, Section, Waiting } from "../ui";
import { NoticeForm } from "./notice-form";
import { noticeQuery, type Notice } from "./queries";

function useGoToNotice(): Done<Notice> {
  const navigate = useNavigate();
  return ({ id }) => navigate({ to: `/notices/${id}` });
}

export function WriteNoticePage() {
  const { t } = useTranslation();
  const go = useGoToNotice();
  return (
    <Page title={t("notices.new_title")} breadcrumbs={[{ to: "/notices", label: t("notices.nav") }]}>
      <Section title={t("notices.notice")}><NoticeForm done={go} /></Section>
    </Page>
  );
}

/** Another notice in the place of one that does not hold any more. */
export function CorrectNoticePage({ noticeId }: { noticeId: string }) {
  const { t, i18n } = useTranslation();
  const go = useGoToNotice();
  const notice = useQuery(noticeQuery(noticeId, i18n.language));
  if (!notice.data) return <Waiting for={notice} />;
  return (
    <Page title={t("notices.correct_title")} lead={t("notices.correct_lead")} breadcrumbs={[
      { to: "/notices", label: t("notices.nav") }, { to: "/notices/$noticeId", params: { noticeId }, label: notice.data.title }]}>
      <Section title={t("notices.notice")}><NoticeForm corrects={notice.data} done={go} /></Section>
    </Page>
  );
}

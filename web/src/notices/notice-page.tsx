import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { usePaperLanguage } from "../i18n/two";
import { ButtonLink, DataTable, Facts, Form, Icon, Link, Opening, Page, Section, StatusBadge, TextArea, useFormat, Waiting } from "../ui";
import classes from "./notices.module.css";
import { CHANGED, noticeQuery, type Notice } from "./queries";
import { NoticeState, TlpBanner, TlpLabel, UrgencyBadge, useSideName } from "./words";

function Acknowledge({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm({ initialValues: { comment: "" } });
  const acknowledge = useAction((values: { comment: string }) => body(api.POST("/api/notices/{notice_id}/acknowledgement", {
    params: { path: { notice_id: notice.id } }, body: values })), { refresh: CHANGED, said: t("notices.acknowledged") });
  return (
    <Section title={t("notices.acknowledge")}>
      <Text>{t("notices.acknowledge_hint", { at: format.instant(notice.acknowledge_by) })}</Text>
      <Form form={form} action={acknowledge} submit={t("notices.acknowledge")}>
        <TextArea label={t("notices.field.comment")} description={t("notices.field.comment_hint")} limit={1000} {...form.getInputProps("comment")} />
      </Form>
    </Section>
  );
}

function Withdraw({ notice, close }: { notice: Notice; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const withdraw = useAction((values: { reason: string }) => body(api.POST("/api/notices/{notice_id}/withdrawal", {
    params: { path: { notice_id: notice.id } }, body: values })), { refresh: CHANGED, said: t("notices.withdrawn"), done: close });
  return (
    <Form form={form} action={withdraw} submit={t("notices.withdraw")} close={close}>
      <TextArea label={t("notices.field.reason")} description={t("notices.field.reason_hint")} required limit={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** Who has acknowledged; the sender sees all, an addressee itself. */
function Addressees({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sideName = useSideName();
  return (
    <Section title={t("notices.field.addressees")}>
      <DataTable caption={t("notices.field.addressees")} rows={notice.addressees} rowKey={({ code }) => code} columns={[
        { key: "name", label: t("notices.field.addressee"), cell: sideName },
        ...(notice.own || notice.addressees.some(({ acknowledged_at }) => acknowledged_at) ? [
          { key: "at", label: t("notices.field.answers"), cell: ({ acknowledged_at, acknowledged_by }: Notice["addressees"][number]) => acknowledged_at
            ? `${format.instant(acknowledged_at)}, ${acknowledged_by}`
            : notice.own ? <StatusBadge tone={notice.red && new Date(notice.acknowledge_by) <= new Date() ? "urgent" : "waiting"}>{t("notices.not_yet")}</StatusBadge> : "–" },
          { key: "comment", label: t("notices.field.comment"), cell: ({ comment }: Notice["addressees"][number]) => comment || "–" }] : []),
      ]} />
    </Section>
  );
}

function Standing({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (notice.withdrawn_at) return <Text className={classes.text}>{t("notices.withdrawn_on", { at: format.instant(notice.withdrawn_at) })} {notice.withdrawn_reason}</Text>;
  return (
    <>
      {notice.alarmed_at && notice.allows.withdraw && notice.addressees.some(({ acknowledged_at }) => !acknowledged_at) &&
        <Text>{t("notices.alarmed", { at: format.instant(notice.alarmed_at) })}</Text>}
      {notice.state === "corrected" && (
        <Text>{t("notices.corrected_lead")}{" "}
          {notice.corrected_by && <Link to="/notices/$noticeId" params={{ noticeId: notice.corrected_by }}>{t("notices.to_correction")}</Link>}</Text>)}
      {notice.corrects && <Text>{t("notices.corrects_lead")}{" "}
        <Link to="/notices/$noticeId" params={{ noticeId: notice.corrects }}>{t("notices.to_corrected")}</Link></Text>}
    </>
  );
}

/** One notice, its marking at the top of the page and of its print. */
export function NoticePage({ noticeId }: { noticeId: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const sideName = useSideName();
  const paper = usePaperLanguage();
  const query = useQuery(noticeQuery(noticeId, i18n.language));
  if (!query.data) return <Waiting for={query} />;
  const notice = query.data;
  return (
    <>
      <TlpBanner marking={notice.marking} />
      <Page title={notice.title} breadcrumbs={[{ to: "/notices", label: t("notices.nav") }]} actions={<>
        {notice.allows.correct && <ButtonLink to="/notices/$noticeId/correct" params={{ noticeId }} variant="default" leftSection={<Icon name="edit" />}>{t("notices.correct")}</ButtonLink>}
        <Button component="a" href={`/api/notices/${noticeId}/pdf?language=${paper}`} download variant="default" leftSection={<Icon name="download" />}>{t("notices.pdf")}</Button>
      </>}>
        <div className={classes.badges}><UrgencyBadge urgency={notice.urgency} /><NoticeState notice={notice} /></div>
        <Standing notice={notice} />
        <Section title={t("notices.notice")}>
          <Facts of={[
            { label: t("notices.field.sender"), value: sideName(notice.sender) },
            { label: t("notices.field.topic"), value: t(`common.topic.${notice.topic}`) },
            { label: t("notices.field.sent_at"), value: format.instant(notice.sent_at) },
            { label: t("notices.field.acknowledge_by"), value: format.instant(notice.acknowledge_by) },
          ]} />
          {notice.text && <Text className={classes.text}>{notice.text}</Text>}
        </Section>
        {notice.allows.acknowledge && <Acknowledge notice={notice} />}
        <Addressees notice={notice} />
        {notice.allows.withdraw && <Opening label={t("notices.withdraw")} variant="default" leftSection={<Icon name="cross" size={18} />}>
          {(close) => <Section title={t("notices.withdraw")}><Withdraw notice={notice} close={close} /></Section>}</Opening>}
      </Page>
      <div className={classes.foot}><TlpLabel marking={notice.marking} /></div>
    </>
  );
}

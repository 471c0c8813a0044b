import { Anchor, Button, Group } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { today } from "../i18n/dates";
import { usePaperLanguage } from "../i18n/two";
import { ActionButton, Form, Opening, TextArea } from "../ui";
import { useSessionAction, type Meeting } from "./session-queries";

function Cancel({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const cancel = useSessionAction(({ reason }: { reason: string }) => body(api.POST("/api/meetings/{session_id}/cancellation", {
    params: { path: { session_id: meeting.id } }, body: { version: meeting.version, reason } })), close);
  return (
    <Form form={form} action={cancel} submit={t("meetings.cancel_it")} beside={<Button variant="default" onClick={close}>{t("meetings.keep_it")}</Button>}>
      <TextArea label={t("meetings.field.reason")} description={t("meetings.field.reason_hint")} required limit={500} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** What the secretariat says of a planned session: it was held, or it will not be. */
export function MeetingSteps({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const language = usePaperLanguage();
  const hold = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/held", {
    params: { path: { session_id: meeting.id } }, body: { version: meeting.version } })));
  const planned = meeting.allows.edit && meeting.state === "planned";
  return (
    <Group data-no-print align="flex-start">
      <Anchor href={`/api/meetings/${meeting.id}/session.ics?language=${language}`} download>{t("meetings.to_calendar")}</Anchor>
      {planned && meeting.starts_on <= today() && <ActionButton action={hold}>{t("meetings.hold_it")}</ActionButton>}
      {planned && <Opening label={t("meetings.cancel")} variant="default">{(close) => <Cancel meeting={meeting} close={close} />}</Opening>}
    </Group>
  );
}

/** The paper in the reader's language, to be saved. */
export function Files({ meeting, what, label }: { meeting: Meeting; what: "agenda" | "summary" | "minutes"; label: string }) {
  const language = usePaperLanguage();
  return <Anchor href={`/api/meetings/${meeting.id}/${what}.pdf?language=${language}`} download data-no-print>{label}</Anchor>;
}

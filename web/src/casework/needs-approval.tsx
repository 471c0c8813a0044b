import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { ActionButton, Form, Icon, RadioField, StatusBadge, TextArea, useFormat } from "../ui";
import { useCaseAction, type Case } from "./case-data";
import classes from "./casework.module.css";

type Approval = Case["needs_approvals"][number];

function Decide({ caseId, approval, own }: { caseId: string; approval: Approval; own: boolean }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { decision: null as string | null, comment: "" } });
  const decide = useCaseAction(caseId, ({ decision, comment }: { decision: string | null; comment: string }) =>
    body(api.POST("/api/needs-approvals/{approval_id}/decision", { params: { path: { approval_id: approval.id } },
      body: { approve: decision === "approve", ...(comment.trim() && { comment: comment.trim() }) } })), { said: t("casework.decide.said") });
  const back = form.values.decision === "return";
  return (
    <Form form={form} action={decide} submit={t("casework.decide.submit")}>
      {own && <p className={classes.words}>{t("casework.approval.own_warning")}</p>}
      <RadioField label={t("casework.approval.decide")} required {...form.getInputProps("decision")}
                  choices={[{ value: "approve", label: t("casework.approval.approve") }, { value: "return", label: t("casework.approval.return") }]} />
      <TextArea label={t(back ? "casework.decide.what_is_missing" : "casework.decide.comment")} required={back} limit={4000} {...form.getInputProps("comment")} />
    </Form>
  );
}

/** Whether a second person has looked at the needs, and the way to ask one. */
export function NeedsApproval({ file, reader }: { file: Case; reader: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const submit = useCaseAction(file.id, () => body(api.POST("/api/cases/{case_id}/needs-approval", { params: { path: { case_id: file.id } } })),
    { said: t("casework.approval.said") });
  const [newest] = file.needs_approvals;
  const words = (name: string | undefined, at: string | undefined) => ({ name, date: format.dayOf(at) });
  return (
    <>
      {newest && (
        <div className={classes.line}>
          {newest.approved === undefined
            ? <StatusBadge tone="waiting">{t("casework.approval.waits", words(undefined, newest.submitted_at))}</StatusBadge>
            : <StatusBadge tone={newest.approved ? "good" : "warning"}>
                {t(newest.approved ? "casework.approval.approved" : "casework.approval.returned", words(newest.decided_by?.name, newest.decided_at))}
              </StatusBadge>}
          {newest.changed_since && <span className={classes.quiet}>{t("casework.approval.changed")}</span>}
        </div>)}
      {newest?.own_work && <p className={classes.quiet}>{t("casework.approval.own")}</p>}
      {newest?.comment && <p className={classes.words}>{newest.comment}</p>}
      {file.allows.submit_needs && <div><ActionButton action={submit} variant="default" leftSection={<Icon name="send" />}>{t("casework.approval.submit")}</ActionButton></div>}
      {newest?.may_decide && <Decide caseId={file.id} approval={newest} own={newest.submitted_by.id === reader} />}
    </>
  );
}

import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { CheckField, Form } from "../ui";
import { useChildAction, type Child, type Report } from "./children-data";
import classes from "./children.module.css";

type Members = Record<string, boolean>;
const chosen = (members: Members) => Object.keys(members).filter((id) => members[id]);

function MembersField({ report, form }: { report: Report; form: ReturnType<typeof useForm<Members>> }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.members}>
      <legend>{t("children.panel.members")}</legend>
      <p className={classes.quiet}>{t("children.panel.members_hint")}</p>
      {report.candidates.map(({ id, name }) => <CheckField key={id} label={name} {...form.getInputProps(id, { type: "checkbox" })} />)}
    </fieldset>
  );
}

interface PanelFormProps { child: Child; report: Report; close: () => void }

/** Lays a finished report before its panel. */
export function FinishForm({ child, report, close }: PanelFormProps) {
  const { t } = useTranslation();
  const form = useForm<Members>({ initialValues: Object.fromEntries(report.candidates.map(({ id }) => [id, false])) });
  const save = useChildAction(child.case_id, (members: Members) => body(api.POST("/api/interests/{report_id}/completion", {
    params: { path: { report_id: report.id } }, body: { version: report.version, members: chosen(members) } })), { done: close });
  return <Form form={form} action={save} submit={t("children.interests.to_panel")} close={close}><MembersField report={report} form={form} /></Form>;
}

/** Names others: who has answered stays. */
export function PanelForm({ child, report, close }: PanelFormProps) {
  const { t } = useTranslation();
  const form = useForm<Members>({ initialValues: Object.fromEntries(report.candidates.map(({ id }) => [id, report.seats.some(({ member }) => member.id === id)])) });
  const save = useChildAction(child.case_id, (members: Members) => body(api.POST("/api/interests/{report_id}/panel", {
    params: { path: { report_id: report.id } }, body: { members: chosen(members) } })), { done: close });
  return <Form form={form} action={save} submit={t("common.save")} close={close}><MembersField report={report} form={form} /></Form>;
}

import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea } from "../ui";
import { choicesOf, type Complaint } from "./notes-data";
import classes from "./notes.module.css";
import { newRequestId } from "../api/request-id";
import { TapOne } from "./taps";

const KINDS = ["complaint", "feedback"] as const;
const ABOUT = ["service", "decision", "privacy", "staff", "supervisor", "other"] as const;
const VIA = ["in_person", "phone", "letter", "box", "other_body"] as const;

interface Values {
  kind: string | null;
  about: string | null;
  about_account: string | null;
  via: string | null;
  received_on: string | null;
  text: string;
}

/** Takes down a complaint or a suggestion: of one case, or anonymous. Then leads to its page, where the receipt is. */
export function ComplaintForm({ caseId, close }: { caseId?: string; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const request = useRef(newRequestId());
  const form = useForm<Values>({ initialValues: { kind: "complaint", about: null, about_account: null, via: caseId ? "in_person" : "box", received_on: today(), text: "" } });
  const { about } = form.values;
  const ofStaff = about === "staff" || about === "supervisor";
  const staff = useQuery({ queryKey: ["complaints", "staff"], queryFn: () => body(api.GET("/api/complaints/staff")), enabled: ofStaff });
  const save = useAction((values: Values) => body(api.POST("/api/complaints", { body: {
    request_id: request.current, kind: values.kind as Complaint["kind"], about: values.about as Schemas["ComplaintAbout"], via: values.via as Complaint["via"],
    received_on: values.received_on ?? "", text: values.text.trim(), ...(caseId && { case_id: caseId }),
    ...(ofStaff && values.about_account && { about_account: values.about_account }) } })), {
    refresh: [["complaints"], ["tasks"], ...(caseId ? [["cases", caseId]] : [])], said: t("notes.complaint.saved"),
    done: (complaint) => navigate({ to: "/complaints/$complaintId", params: { complaintId: complaint.id } }) });
  return (
    <Form form={form} action={save} submit={t("notes.complaint.save")} close={close}>
      <TapOne required label={t("notes.complaint.kind.label")} choices={choicesOf(t, KINDS, "complaint.kind")} value={form.values.kind}
              onChange={(value) => form.setFieldValue("kind", value)} />
      <SelectField label={t("notes.complaint.about.label")} required choices={choicesOf(t, ABOUT, "complaint.about")} {...form.getInputProps("about")} />
      {ofStaff && <p className={classes.said}>{t("notes.complaint.staff_hint")}</p>}
      {ofStaff && staff.data && (
        <SelectField label={t("notes.complaint.whom")} description={t("notes.complaint.whom_hint")} {...form.getInputProps("about_account")}
                     choices={staff.data.items.map(({ id, name }) => ({ value: id, label: name }))} />)}
      <TextArea label={t("notes.complaint.text")} required limit={4000} {...form.getInputProps("text")} />
      <SelectField label={t("notes.complaint.via.label")} required unchosen={null} choices={choicesOf(t, VIA, "complaint.via")} {...form.getInputProps("via")} />
      <DateField label={t("notes.complaint.received")} required max={today()} {...form.getInputProps("received_on")} />
    </Form>
  );
}

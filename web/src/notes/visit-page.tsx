import { Alert, Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, Icon, Page, SelectField, TextArea, Waiting, useFormat } from "../ui";
import { canKeep, useDeviceDraft, type DeviceDraft } from "./device-drafts";
import { proposeNext, type VisitAnswers } from "./next-visit";
import classes from "./notes.module.css";
import { newRequestId } from "../api/request-id";
import { TapMany, TapOne } from "./taps";

type Sheet = Schemas["VisitSheet"];

const KINDS = ["home", "office", "phone", "school"] as const;
const PURPOSES = ["service", "after_reunification", "in_care", "assessment"] as const;
const ANSWERS = {
  wellbeing: ["well", "mixed", "hard"], plan_fit: ["on_track", "slower", "change"], support: ["nothing_new", "something_new", "soon"],
} as const;
/** A planned visit counts as the one that is noted when it was due by now or soon. */
const SOON_DAYS = 7;

interface Values extends VisitAnswers {
  request_id: string;
  /** Of the planned one; empty for another. */
  visit_id: string;
  kind: string | null;
  purpose: string | null;
  note: string;
  next_on: string | null;
  /** Chosen by hand: the rule proposes nothing any more. */
  next_chosen: boolean;
}

function begin(sheet: Sheet): Values {
  const due = sheet.planned.find(({ due_on }) => due_on <= plusDays(today(), SOON_DAYS));
  return {
    request_id: newRequestId(), visit_id: due?.id ?? "", done_on: today(), kind: due?.kind ?? "home", purpose: due?.purpose ?? sheet.purpose, met: [],
    wellbeing: null, plan_fit: null, support: null, note: "", next_on: null, next_chosen: false };
}

/** The next visit that stands already, beside the one that is noted. */
const ahead = (sheet: Sheet, visitId: string) => sheet.planned.find(({ id }) => id !== visitId);

/** Which day goes out as the next: the chosen one, else the rule's where no other visit is planned. */
function nextOf(values: Values, sheet: Sheet): string | null {
  if (values.next_chosen) return values.next_on;
  return ahead(sheet, values.visit_id) ? null : proposeNext(values, sheet);
}

function asInput(values: Values, sheet: Sheet): Schemas["VisitNoteInput"] {
  const { visit_id, wellbeing, plan_fit, support, note } = values;
  const next = nextOf(values, sheet);
  return {
    request_id: values.request_id, done_on: values.done_on ?? "", kind: values.kind as Schemas["VisitKind"], purpose: values.purpose as Schemas["VisitPurpose"],
    met: values.met as Schemas["VisitMet"][],
    ...(visit_id && { visit_id }), ...(note.trim() && { note: note.trim() }), ...(next && { next_on: next }),
    ...(wellbeing && { wellbeing: wellbeing as Schemas["Wellbeing"] }), ...(plan_fit && { plan_fit: plan_fit as Schemas["PlanFit"] }),
    ...(support && { support: support as Schemas["Support"] }) };
}

/** When to come again: the rule's proposal, or what the reader chooses. */
function NextVisit({ values, sheet, choose }: { values: Values; sheet: Sheet; choose: (day: string | null) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const other = ahead(sheet, values.visit_id);
  const next = nextOf(values, sheet);
  if (!next) {
    return (
      <div>
        {other && <p className={classes.quiet}>{t("notes.visit.next_ahead", { date: format.longDate(other.due_on) })}</p>}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => choose(proposeNext(values, sheet))}>{t("notes.visit.next_plan")}</Button>
        </div>
      </div>);
  }
  return (
    <div>
      <DateField label={t("notes.visit.next")} required min={today()} value={next} onChange={choose} />
      <div className={classes.buttons}><Button variant="subtle" size="compact-md" onClick={() => choose(null)}>{t("notes.visit.next_none")}</Button></div>
    </div>
  );
}

function VisitForm({ caseId, sheet, draft, again }: { caseId: string; sheet: Sheet; draft: DeviceDraft<Values>; again: Values | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [restored, setRestored] = useState(again !== null);
  // A draft may name a visit that a colleague noted meanwhile.
  const [first] = useState<Values>(() => (again ? { ...again, visit_id: sheet.planned.some(({ id }) => id === again.visit_id) ? again.visit_id : "" } : begin(sheet)));
  const form = useForm<Values>({ initialValues: first, onValuesChange: draft.keep });
  const save = useAction((values: Values) => body(api.POST("/api/cases/{case_id}/visit-notes", {
    params: { path: { case_id: caseId } }, body: asInput(values, sheet) })), {
    refresh: [["cases", caseId], ["tasks"]], said: t("notes.visit.saved"),
    done: () => {
      draft.forget();
      return navigate({ to: "/cases/$caseId", params: { caseId }, hash: "visits" });
    } });
  const waits = save.problem?.status === 0;
  const again_ = useRef(() => {});
  again_.current = () => { if (waits) void save.run(form.getValues()); };
  useEffect(() => {
    const back = () => again_.current();
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  const startOver = () => {
    draft.forget();
    form.setValues(begin(sheet));
    setRestored(false);
    save.reset();
  };
  const { values } = form;
  const set = <Name extends keyof Values>(name: Name) => (value: Values[Name]) => form.setFieldValue(name, value as never);
  const choices = (codes: readonly string[], words: string) => codes.map((code) => ({ value: code, label: t(`notes.${words}.${code}`) }));
  return (
    <div className={classes.sheet}>
      {waits && <Alert role="alert" color="apricot" icon={<Icon name="alert" />} mb="md">{t("notes.visit.waits")}</Alert>}
      {restored && (
        <p role="status" className={classes.said}>
          {t("notes.visit.again")}{" "}
          <Button variant="subtle" size="compact-md" onClick={startOver}>{t("notes.visit.start_over")}</Button>
        </p>)}
      <Form form={form} action={save} submit={t("notes.visit.save")} asks={!canKeep()}>
        {sheet.planned.length > 0 && (
          <TapOne label={t("notes.visit.which")} required value={values.visit_id} onChange={(id) => set("visit_id")(id ?? "")}
                  choices={[...sheet.planned.slice(0, 3).map(({ id, due_on }) => ({ value: id, label: t("notes.visit.planned", { date: format.date(due_on) }) })),
                    { value: "", label: t("notes.visit.unplanned") }]} />)}
        <DateField label={t("notes.visit.when")} required max={today()} {...form.getInputProps("done_on")} />
        <TapMany label={t("notes.visit.met")} choices={choices(sheet.met, "met")} values={values.met} onChange={set("met")} />
        <TapOne label={t("notes.visit.where")} required choices={choices(KINDS, "kind")} value={values.kind} onChange={set("kind")} />
        <TapOne three label={t("notes.visit.wellbeing")} choices={choices(ANSWERS.wellbeing, "wellbeing")} value={values.wellbeing} onChange={set("wellbeing")} />
        <TapOne three label={t("notes.visit.plan_fit")} choices={choices(ANSWERS.plan_fit, "plan_fit")} value={values.plan_fit} onChange={set("plan_fit")} />
        <TapOne three label={t("notes.visit.support")} choices={choices(ANSWERS.support, "support")} value={values.support} onChange={set("support")} />
        <TextArea label={t("notes.visit.note")} description={t("notes.visit.note_hint")} limit={4000} {...form.getInputProps("note")} />
        <NextVisit values={values} sheet={sheet} choose={(day) => form.setValues({ next_on: day, next_chosen: true })} />
        <SelectField label={t("notes.visit.purpose")} required unchosen={null} choices={choices(PURPOSES, "purpose")} {...form.getInputProps("purpose")} />
        <p className={classes.quiet}>{t(canKeep() ? "notes.visit.kept" : "notes.visit.not_kept")}</p>
      </Form>
    </div>
  );
}

/** One visit, noted on one screen: taps, a few words, the next visit. */
export function VisitPage({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const sheet = useQuery({
    queryKey: ["cases", caseId, "visit-sheet"], queryFn: () => body(api.GET("/api/cases/{case_id}/visit-sheet", { params: { path: { case_id: caseId } } })),
    staleTime: Infinity });
  const draft = useDeviceDraft<Values>(`visit.${caseId}`);
  if (!sheet.data || draft.found === undefined) return <Waiting for={sheet} />;
  const { person } = sheet.data;
  return (
    <Page title={t("notes.visit.title")} lead={`${person.name} · ${person.code}`}
          breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/cases/$caseId", label: person.code, params: { caseId } }]}>
      <VisitForm caseId={caseId} sheet={sheet.data} draft={draft} again={draft.found} />
    </Page>
  );
}

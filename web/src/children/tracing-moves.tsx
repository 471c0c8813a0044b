import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { ActionButton, DateField, Form, Link, Opening, SelectField, TextArea, useFormat } from "../ui";
import { LONGEST, useChildAction, wordsOf, type Child, type Tracing } from "./children-data";
import classes from "./children.module.css";

interface MoveProps { child: Child; tracing: Tracing }
type FormProps = MoveProps & { close: () => void };
type Move = Omit<Schemas["TracingMove"], "version">;

function useMove({ child, tracing }: MoveProps, done?: () => void) {
  return useChildAction(child.case_id, (move: Move) => body(api.POST("/api/tracing/{tracing_id}/moves", {
    params: { path: { tracing_id: tracing.id } }, body: { version: tracing.version, ...move } })), { done });
}

/** It is them: evidence that was recorded with the papers says so. */
function VerifiedForm({ close, ...props }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm<{ kinship_id: string | null }>({ initialValues: { kinship_id: null } });
  const move = useMove(props, close);
  const action = { ...move, run: ({ kinship_id }: { kinship_id: string | null }) => move.run({ to: "verified", kinship_id: kinship_id ?? undefined, words: {} }) };
  const confirmed = props.child.evidence.filter(({ conclusion }) => conclusion === "confirmed");
  if (confirmed.length === 0) {
    return (
      <p className={classes.words}>
        {t("children.tracing.no_evidence")}{" "}
        <Link to="/cases/$caseId/documents" params={{ caseId: props.child.case_id }}>{t("children.tracing.to_evidence")}</Link>
      </p>);
  }
  return (
    <Form form={form} action={action} submit={t("children.tracing.move.verified")} close={close}>
      <SelectField label={t("children.tracing.evidence")} required {...form.getInputProps("kinship_id")}
                   choices={confirmed.map(({ id, method, authority, on, relative }) => ({
                     value: id, label: [relative, t(`documents.kinship.method.${method}`), authority, format.date(on)].filter(Boolean).join(", ") }))} />
    </Form>
  );
}

interface Reunion { on: string | null; child_prepared: string; family_prepared: string }

function ReunifiedForm({ close, ...props }: FormProps) {
  const { t } = useTranslation();
  const form = useForm<Reunion>({ initialValues: { on: today(), child_prepared: "", family_prepared: "" } });
  const move = useMove(props, close);
  const action = { ...move, run: (values: Reunion) => move.run({ to: "reunified", on: values.on ?? undefined, words: wordsOf(values, ["child_prepared", "family_prepared"]) }) };
  return (
    <Form form={form} action={action} submit={t("children.tracing.move.reunified")} close={close}>
      <p className={classes.quiet}>{t("children.tracing.visits_hint")}</p>
      <DateField label={t("children.tracing.reunified_on")} required max={today()} {...form.getInputProps("on")} />
      <TextArea label={t("children.tracing.child_prepared")} required minRows={2} limit={LONGEST} {...form.getInputProps("child_prepared")} />
      <TextArea label={t("children.tracing.family_prepared")} required minRows={2} limit={LONGEST} {...form.getInputProps("family_prepared")} />
    </Form>
  );
}

function ClosingForm({ close, ...props }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { closing: "" } });
  const move = useMove(props, close);
  const action = { ...move, run: (values: { closing: string }) => move.run({ to: "closed", words: wordsOf(values, ["closing"]) }) };
  return (
    <Form form={form} action={action} submit={t("children.tracing.move.closed")} close={close}>
      <TextArea label={t("children.tracing.closing")} required minRows={1} limit={LONGEST} {...form.getInputProps("closing")} />
    </Form>
  );
}

/** The next step of looking for somebody, and a way to end it. */
export function TracingMoves(props: MoveProps) {
  const { t } = useTranslation();
  const { state } = props.tracing;
  const begin = useMove(props);
  const start = { ...begin, run: () => begin.run({ to: "in_progress", words: {} }) };
  return (
    <div className={classes.buttons}>
      {state === "open" && <ActionButton action={start} size="sm">{t("children.tracing.move.in_progress")}</ActionButton>}
      {state === "in_progress" && <Opening label={t("children.tracing.move.verified")} size="sm">{(close) => <VerifiedForm {...props} close={close} />}</Opening>}
      {state === "verified" && <Opening label={t("children.tracing.move.reunified")} size="sm">{(close) => <ReunifiedForm {...props} close={close} />}</Opening>}
      <Opening label={t("children.tracing.move.closed")} size="sm" variant="subtle">{(close) => <ClosingForm {...props} close={close} />}</Opening>
    </div>
  );
}

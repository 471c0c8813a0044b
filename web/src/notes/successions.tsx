import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Form, Opening, SelectField, useFormat } from "../ui";
import { useNotesAction } from "./notes-data";
import classes from "./notes.module.css";

type NoteList = Schemas["NoteList"];

function NameSuccessor({ caseId, list, close }: { caseId: string; list: NoteList; close: () => void }) {
  const { t } = useTranslation();
  const writers = list.may_succeed;
  const form = useForm<{ writer_id: string | null; successor_id: string | null }>({ initialValues: { writer_id: writers[0]?.id ?? null, successor_id: null } });
  const name = useNotesAction(caseId, ({ writer_id, successor_id }: { writer_id: string | null; successor_id: string | null }) =>
    body(api.POST("/api/cases/{case_id}/note-successors", { params: { path: { case_id: caseId } }, body: { writer_id: writer_id ?? "", successor_id: successor_id ?? "" } })),
  { said: t("notes.succession.said"), done: close });
  const others = list.psychologists.filter(({ id }) => id !== form.values.writer_id);
  if (others.length === 0) return <p className={classes.words}>{t("notes.succession.nobody")}</p>;
  const choices = (staff: Schemas["Staff"][]) => staff.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Form form={form} action={name} submit={t("notes.succession.name")} close={close}>
      <p className={classes.quiet}>{t("notes.succession.hint")}</p>
      {writers.length > 1 && <SelectField label={t("notes.succession.writer")} required unchosen={null} choices={choices(writers)} {...form.getInputProps("writer_id")} />}
      <SelectField label={t("notes.succession.successor")} required choices={choices(others)} {...form.getInputProps("successor_id")} />
    </Form>
  );
}

/** Who goes on with a psychologist's notes: every naming, and the way to name one where it is the reader's to do. */
export function Successions({ caseId, list }: { caseId: string; list: NoteList }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (list.successions.length === 0 && list.may_succeed.length === 0) return null;
  return (
    <div>
      <h3>{t("notes.succession.title")}</h3>
      <ul className={classes.steps}>
        {list.successions.map(({ writer, successor, named_by, named_at }) => (
          <li key={writer.id + successor.id}>
            {t("notes.succession.line", { writer: writer.name, successor: successor.name, by: named_by.name, date: format.date(named_at.slice(0, 10)) })}
          </li>))}
      </ul>
      {list.may_succeed.length > 0 && (
        <Opening label={t("notes.succession.name")} variant="default">{(close) => <NameSuccessor caseId={caseId} list={list} close={close} />}</Opening>)}
    </div>
  );
}

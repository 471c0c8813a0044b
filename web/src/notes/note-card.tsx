import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { ConfirmDialog, Icon, Opened, StatusBadge, Waiting, useFormat } from "../ui";
import { NoteForm } from "./note-form";
import { useNotesAction, type CaseNote } from "./notes-data";
import classes from "./notes.module.css";

function Versions({ note }: { note: CaseNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = useQuery({
    queryKey: ["notes", note.id, "history", note.version], queryFn: () => body(api.GET("/api/notes/{note_id}/history", { params: { path: { note_id: note.id } } })) });
  if (!changes.data) return <Waiting for={changes} />;
  if (changes.data.items.length === 0) return <p className={classes.quiet}>{t("notes.note.no_versions")}</p>;
  return (
    <ul className={classes.steps}>
      {changes.data.items.map((change) => (
        <li key={`${change.at} ${change.field}`}>
          <p className={classes.quiet}>{`${t(`notes.note.field.${change.field}`)} · ${change.by.name} · ${format.instant(change.at)}`}</p>
          <p className={classes.words}>{`${t("notes.note.was")}: ${change.before}`}</p>
          <p className={classes.words}>{`${t("notes.note.is")}: ${change.after}`}</p>
        </li>))}
    </ul>
  );
}

/** What a session tells everybody who reads the file. */
function Attendance({ note }: { note: CaseNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!note.attendance || !note.next_step) return null;
  const next = note.next_on ? `: ${format.longDate(note.next_on)}` : "";
  return <p className={classes.words}>{`${t(`notes.note.${note.attendance}`)} · ${t(`notes.note.${note.next_step}`)}${next}`}</p>;
}

/** One note as this reader may have it; its writer can change it. */
export function NoteCard({ caseId, note }: { caseId: string; note: CaseNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<"" | "form" | "versions">("");
  const discard = useNotesAction(caseId, () => body(api.DELETE("/api/notes/{note_id}", { params: { path: { note_id: note.id } } })), { said: t("notes.note.discarded") });
  const draft = note.state === "draft";
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{`${t(`notes.note.kind.${note.kind}`)}, ${format.longDate(note.happened_on)}`}</strong>
        {draft && <StatusBadge tone="waiting" icon="edit">{t("notes.note.draft")}</StatusBadge>}
      </div>
      <Attendance note={note} />
      {note.text !== undefined && note.text !== "" && open !== "form" && <p className={classes.words}>{note.text}</p>}
      {note.text === undefined && (
        <p className={classes.quiet}><Icon name="lock" size={16} /> {t(note.kind === "session" ? "notes.note.sealed" : "notes.note.not_for_you")}</p>)}
      <p className={classes.quiet}>
        {note.written_by.name}{note.changed_at && ` · ${t("notes.note.changed", { date: format.instant(note.changed_at) })}`}
      </p>
      {open === "form" && <Opened><NoteForm caseId={caseId} kind={note.kind} note={note} close={() => setOpen("")} /></Opened>}
      {open === "versions" && <Versions note={note} />}
      {open !== "form" && (note.allows.change || (note.text !== undefined && note.changed_at && !draft)) && (
        <div className={classes.buttons}>
          {note.allows.change && <Button size="sm" variant="default" onClick={() => setOpen("form")}>{t(draft ? "notes.note.finish" : "notes.note.edit")}</Button>}
          {note.text !== undefined && note.changed_at && !draft && (
            <Button size="sm" variant="subtle" aria-expanded={open === "versions"} onClick={() => setOpen(open ? "" : "versions")}>{t("notes.note.versions")}</Button>)}
          {draft && note.allows.change && (
            <ConfirmDialog action={discard} button={t("notes.note.discard")} title={t("notes.note.discard")} confirm={t("notes.note.discard")} danger
                           buttonProps={{ size: "sm", variant: "subtle" }}>{t("notes.note.discard_text")}</ConfirmDialog>)}
        </div>)}
    </li>
  );
}

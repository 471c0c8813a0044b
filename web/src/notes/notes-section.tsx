import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty, Icon, Opened, Section, Waiting } from "../ui";
import { NoteCard } from "./note-card";
import { NoteForm } from "./note-form";
import { useNotes, type NoteKind } from "./notes-data";
import classes from "./notes.module.css";
import { Successions } from "./successions";

const KINDS: NoteKind[] = ["session", "note", "guidance"];

/** Notes of casework and sessions of psychologists, each as this reader may have it. */
export function NotesSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const notes = useNotes(caseId);
  // The list of a psychologist's people leads straight to the form.
  const asked = (useLocation().search as Record<string, unknown>).write;
  const [writing, setWriting] = useState<NoteKind | null>(asked === "session" ? "session" : null);
  const { first } = notes;
  return (
    <Section title={t("notes.note.title")}
             actions={first && !writing && KINDS.filter((kind) => first.allows[kind]).map((kind, i) => (
               <Button key={kind} variant={i === 0 ? "filled" : "default"} leftSection={<Icon name="plus" />} onClick={() => setWriting(kind)}>{t(`notes.note.write_${kind}`)}</Button>))}>
      {writing && first?.allows[writing] && <Opened><NoteForm caseId={caseId} kind={writing} close={() => setWriting(null)} /></Opened>}
      {!first && <Waiting for={notes} />}
      {first && notes.items.length === 0 && !writing && <Empty icon="edit" title={t("notes.note.empty")} hint={t("notes.note.empty_hint")} />}
      {notes.items.length > 0 && <ul className={classes.cards}>{notes.items.map((note) => <NoteCard key={note.id} caseId={caseId} note={note} />)}</ul>}
      {notes.hasMore && <div><Button variant="default" loading={notes.loadingMore} onClick={notes.loadMore}>{t("common.more")}</Button></div>}
      {first && <Successions caseId={caseId} list={first} />}
    </Section>
  );
}

import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../../api/node";
import { useAction } from "../../api/queries";
import { ConfirmDialog, Icon, notify, ProblemNotice, Section } from "../../ui";
import { without, type Definition, type Problem } from "../engine/definition";
import { makeForm } from "../engine/form";
import classes from "../forms.module.css";
import { ClashPart, type Clashing } from "./clash-part";
import { DifferencesPart } from "./differences-part";
import { FieldList } from "./field-list";
import { formProblemText, versionQuery, type FormVersion } from "./form-data";
import { mergeDefinitions } from "./merge-definitions";
import { ScalesEditor } from "./scales-editor";
import { TextsFields } from "./texts-fields";
import { TryForm } from "./try-form";

export type Change = (next: (definition: Definition) => Definition) => void;

/** Problems found while typing take the place of what the server said of the same fields' expressions when it was saved. */
function allProblems(live: readonly Problem[], saved: readonly Problem[]): Problem[] {
  const expressions = new Set(["required", "relevant", "constraint", "calculation"]);
  const rest = saved.filter(({ part, key }) => !expressions.has(part) && key !== "form.bad_code" && key !== "form.code_twice" && key !== "form.cycle");
  return [...live, ...rest.filter((problem) => !live.some((other) => JSON.stringify(other) === JSON.stringify(problem)))];
}

function useUnsaved(unsaved: boolean) {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(t("forms.editor.unsaved")),
    enableBeforeUnload: unsaved, disabled: !unsaved,
  });
}

/** The state of an editor: what is written, and how it stands with the server. */
function useDraftForm(version: FormVersion) {
  const { t } = useTranslation();
  const { id, version: number } = version.definition;
  const [definition, setDefinition] = useState(version.definition);
  const [saved, setSaved] = useState({ definition: version.definition, editVersion: version.edit_version, problems: version.problems });
  const [clashing, setClashing] = useState<Clashing | null>(null);
  const change: Change = useCallback((next) => setDefinition(next), []);
  const path = { params: { path: { form_id: id, version: number } } };
  const put = async (written: Definition, editVersion: number) => {
    const reply = await body(api.PUT("/api/forms/{form_id}/versions/{version}", { ...path, body: { edit_version: editVersion, definition: written } }));
    setSaved({ definition: written, editVersion: reply.edit_version, problems: reply.problems });
    setClashing(null);
    return reply;
  };
  const save = useAction(() => put(definition, saved.editVersion), { refresh: [["forms", id]], said: t("common.saved") });
  const join = async () => {
    const newest = await body(api.GET("/api/forms/{form_id}/versions/{version}", path));
    const { joined, clashes } = mergeDefinitions(saved.definition, definition, newest.definition);
    setDefinition(joined);
    if (clashes.length > 0) setClashing({ joined, theirs: newest.definition, clashes, editVersion: newest.edit_version });
    else {
      await put(joined, newest.edit_version);
      notify(t("forms.editor.joined"));
    }
  };
  const meanwhile = useAction(join);
  const settle = (settled: Definition, editVersion: number) => {
    setDefinition(settled);
    setSaved((before) => ({ ...before, editVersion, definition: clashing?.theirs ?? before.definition }));
    setClashing(null);
    save.reset();
  };
  const collided = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const joining = useRef(false);
  useEffect(() => {
    if (!collided || joining.current) return;
    joining.current = true;
    void meanwhile.run().finally(() => { joining.current = false; save.reset(); });
    // Once for each refused save; the actions are new at every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [collided]);
  return { id, number, definition, change, saved, save, meanwhile, clashing, settle, unsaved: definition !== saved.definition, collided };
}

function ProblemList({ problems, go }: { problems: readonly Problem[]; go: (field: string) => void }) {
  const { t } = useTranslation();
  if (problems.length === 0) return <p role="status">{t("forms.editor.no_problems")}</p>;
  return (
    <div>
      <div role="status"><h3>{t("forms.editor.problems", { count: problems.length })}</h3></div>
      <ul className={classes.problems}>
        {problems.slice(0, 50).map((problem, i) => {
          const { field, part } = problem;
          return (
            <li key={i}>
              {field ? <button type="button" className={classes.way} onClick={() => go(field)}>{field}</button> : t("forms.editor.whole_form")}
              {" · "}{t(`forms.member.${part}`)}{": "}{formProblemText(t, problem)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface DraftEditorProps {
  version: FormVersion;
  /** The version in use, if there is one. */
  inUse: number | undefined;
}

/** The editor of a draft: its fields, what stands in the way of publishing it, what it changes; and the form itself to be tried. */
export function DraftEditor({ version, inUse }: DraftEditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraftForm(version);
  const { id, number, definition, change, saved, save, meanwhile } = draft;
  const [open, setOpen] = useState<string | null>(null);
  const [trying, setTrying] = useState(false);
  useUnsaved(draft.unsaved);
  const published = useQuery({ ...versionQuery(id, inUse ?? 0), enabled: inUse !== undefined, staleTime: Infinity }).data?.definition;
  const later = useDeferredValue(definition);
  const problems = useMemo(() => allProblems(makeForm(later).problems, saved.problems), [later, saved.problems]);
  const path = { params: { path: { form_id: id, version: number } } };
  const publish = useAction(async () => {
    const edit = draft.unsaved ? (await body(api.PUT("/api/forms/{form_id}/versions/{version}", { ...path, body: { edit_version: saved.editVersion, definition } }))).edit_version : saved.editVersion;
    return body(api.POST("/api/forms/{form_id}/versions/{version}/publication", { ...path, body: { edit_version: edit } }));
  }, { refresh: [["forms"], ["cases"]], said: t("forms.publish.said") });
  const drop = useAction(async () => {
    await body(api.DELETE("/api/forms/{form_id}/versions/{version}", path));
    await navigate({ to: "/forms", ignoreBlocker: true } as never);
  }, { refresh: [["forms"]], said: t("forms.editor.dropped_said") });

  // Ctrl+S saves, as in other editors.
  const latest = useRef(save.run);
  latest.current = save.run;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  const go = (field: string) => {
    setOpen(field);
    setTimeout(() => document.getElementById(`field/${field}`)?.scrollIntoView({ block: "center" }));
  };
  if (draft.clashing) return <ClashPart clashing={draft.clashing} settle={draft.settle} />;
  const problem = draft.collided ? meanwhile.problem : save.problem;
  return (
    <>
      <div className={classes.desk} data-trying={trying || undefined}>
        <div className={classes.sheet}>
          <Section title={t("forms.editor.head")}>
            <TextsFields label={t("forms.editor.form_title")} value={definition.title} onChange={(title) => change((before) => ({ ...before, title: title ?? {} }))} />
            <TextsFields long label={t("forms.editor.form_note")} value={definition.note} onChange={(note) => change((before) => (note ? { ...before, note } : without(before, "note")))} />
            <ScalesEditor definition={definition} change={change} />
          </Section>
          <Section title={t("forms.editor.fields")}>
            <FieldList definition={definition} published={published} problems={problems} change={change} open={open} setOpen={setOpen} />
          </Section>
        </div>
        {trying && <TryForm definition={definition} />}
      </div>
      {published && <Section title={t("forms.differences.title", { version: inUse })}><DifferencesPart published={published} draft={later} change={change} /></Section>}
      <Section title={t("forms.publish.title")}>
        <ProblemList problems={problems} go={go} />
        {draft.unsaved && <p className={classes.quiet}>{t("forms.publish.save_first")}</p>}
        <Group>
          {problems.length === 0 && (
            <ConfirmDialog action={publish} button={t("forms.publish.button")} title={t("forms.publish.ask", { version: number })} confirm={t("forms.publish.do")} buttonProps={{ variant: "filled" }}>
              {t("forms.publish.text")}
            </ConfirmDialog>)}
          {version.allows.drop && (
            <ConfirmDialog action={drop} danger button={t("forms.editor.drop")} title={t("forms.editor.drop_title")} confirm={t("forms.editor.drop_do")}>{t("forms.editor.drop_text")}</ConfirmDialog>)}
        </Group>
      </Section>
      {problem && !save.pending && !meanwhile.pending && <ProblemNotice problem={problem} focus />}
      <div className={classes.saving} data-no-print>
        <p role="status"><Icon name={draft.unsaved ? "clock" : "check"} size={18} />{t(draft.unsaved ? "forms.editor.not_saved" : "forms.editor.all_saved")}</p>
        <Group gap="sm">
          <Button size="sm" variant="default" aria-pressed={trying} onClick={() => setTrying(!trying)}>{t(trying ? "forms.try.stop" : "forms.try.start")}</Button>
          <Button size="sm" loading={save.pending || meanwhile.pending} disabled={!draft.unsaved} onClick={() => void save.run()}>{t("common.save")}</Button>
        </Group>
      </div>
    </>
  );
}

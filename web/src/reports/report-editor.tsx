import { Button, Group, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { ConfirmDialog, ProblemNotice, Section, TextField } from "../ui";
import { SectionEditor, type SectionDraft } from "./section-editor";
import classes from "./reports.module.css";
import type { Report } from "./queries";

const REFRESH = [["reports"]];
interface Draft { title: string; sections: SectionDraft[] }

const draftOf = ({ title, sections }: Report): Draft =>
  ({ title, sections: sections.map(({ key, left_out, before, after }) => ({ key, left_out, before, after })) });

function moved(sections: SectionDraft[], at: number, by: -1 | 1): SectionDraft[] {
  const next = [...sections];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}

/**
 * A draft in the hands of the secretariat. What was not saved yet is saved before anything else is done with it. `base` is
 * what these hands last had from the server: a colleague's later version is never overwritten, it is answered by a conflict.
 */
export function ReportEditor({ report }: { report: Report }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [base, setBase] = useState(report);
  const [draft, setDraft] = useState(() => draftOf(report));
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  if (!dirty && report.version > base.version) {
    setBase(report);
    setDraft(draftOf(report));
  }
  const params = { path: { report_id: report.id } };
  const saved = async (): Promise<Report> => {
    if (!dirty) return base;
    const reply = await body(api.PUT("/api/reports/{report_id}", { params, body: { version: base.version, ...draft } }));
    setBase(reply);
    return reply;
  };
  const save = useAction<void>(saved, { refresh: REFRESH, said: t("common.saved") });
  const refresh = useAction(async (sections: string[]) => {
    const { version } = await saved();
    setBase(await body(api.POST("/api/reports/{report_id}/refresh", { params, body: { version, sections } })));
  }, { refresh: REFRESH, said: t("reports.refreshed") });
  const release = useAction<void>(async () => {
    const { version } = await saved();
    return body(api.POST("/api/reports/{report_id}/release", { params, body: { version } }));
  }, { refresh: REFRESH, said: t("reports.released") });
  const discard = useAction<void>(() => body(api.POST("/api/reports/{report_id}/discard", { params, body: { version: base.version } })),
    { done: () => navigate({ to: "/reports" } as never), refresh: [["reports", "list"]] });
  const problem = save.problem ?? refresh.problem;
  const change = (at: number, part: Partial<SectionDraft>) =>
    setDraft({ ...draft, sections: draft.sections.map((section, i) => (i === at ? { ...section, ...part } : section)) });
  return (
    <Stack gap="lg">
      <Section title={t("reports.edit")}>
        <TextField label={t("reports.field.title")} required maxLength={200} value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })} />
        <Text size="sm" c="dimmed">{t("reports.edit_hint")}</Text>
        <Group gap="sm">
          <Button variant="default" loading={refresh.pending} onClick={() => void refresh.run([])}>{t("reports.refresh_all")}</Button>
          <ConfirmDialog action={discard} button={t("reports.discard")} title={t("reports.discard_title")} confirm={t("reports.discard")} danger>{t("reports.discard_body")}</ConfirmDialog>
        </Group>
      </Section>
      {draft.sections.map((section, at) => {
        const shown = base.sections.find(({ key }) => key === section.key);
        return shown && <SectionEditor key={section.key} section={shown} draft={section} first={at === 0} last={at === draft.sections.length - 1} busy={refresh.pending}
                                       change={(part) => change(at, part)} move={(by) => setDraft({ ...draft, sections: moved(draft.sections, at, by) })}
                                       refresh={() => void refresh.run([section.key])} />;
      })}
      <div className={classes.bar_of_actions} data-no-print>
        {problem && <ProblemNotice problem={problem} focus />}
        <Group gap="sm">
          <Button loading={save.pending} disabled={!dirty} onClick={() => void save.run()}>{t("common.save")}</Button>
          <ConfirmDialog action={release} button={t("reports.release")} title={t("reports.release_title")} confirm={t("reports.release")}>{t("reports.release_body")}</ConfirmDialog>
          <Text size="sm" c="dimmed" role="status">{dirty ? t("reports.unsaved") : t("reports.all_saved")}</Text>
        </Group>
      </div>
    </Stack>
  );
}

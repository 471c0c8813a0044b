import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CheckField, Section, TextArea, useFormat } from "../ui";
import { Blocks } from "./blocks";
import classes from "./reports.module.css";
import type { ReportSection } from "./queries";

/** What the secretariat may change of a section. */
export interface SectionDraft { key: string; left_out: boolean; before: string; after: string }

interface SectionEditorProps {
  section: ReportSection;
  draft: SectionDraft;
  first: boolean;
  last: boolean;
  change: (part: Partial<SectionDraft>) => void;
  move: (by: -1 | 1) => void;
  refresh: () => void;
  busy: boolean;
}

/** One section of a draft: what it draws, and the words around it. */
export function SectionEditor({ section, draft, first, last, change, move, refresh, busy }: SectionEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title } = section;
  const own = section.key !== "summary";
  return (
    <Section title={title} actions={
      <>
        <Button size="sm" variant="default" disabled={first} onClick={() => move(-1)} aria-label={t("reports.up_named", { title })}>{t("reports.up")}</Button>
        <Button size="sm" variant="default" disabled={last} onClick={() => move(1)} aria-label={t("reports.down_named", { title })}>{t("reports.down")}</Button>
        {own && <Button size="sm" variant="default" loading={busy} onClick={refresh} aria-label={t("reports.refresh_named", { title })}>{t("reports.refresh")}</Button>}
      </>}>
      <CheckField label={t("reports.leave_out_named", { title })} checked={draft.left_out} onChange={(event) => change({ left_out: event.currentTarget.checked })} />
      {!draft.left_out && (
        <Stack gap="md">
          <TextArea label={t("reports.before", { title })} minRows={2} limit={20000} value={draft.before} onChange={(event) => change({ before: event.currentTarget.value })} />
          <div className={classes.preview}>
            <Blocks blocks={section.drawn} />
            {own && <Text size="sm" c="dimmed" mt="sm">{t("reports.drawn_at", { at: format.instant(section.drawn_at) })}</Text>}
          </div>
          <TextArea label={t("reports.after", { title })} minRows={2} limit={20000} value={draft.after} onChange={(event) => change({ after: event.currentTarget.value })} />
        </Stack>
      )}
    </Section>
  );
}

import { Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { DataTable, ProblemNotice, SelectField } from "../ui";
import type { Draft } from "./draft-page";

type Meaning = Schemas["ColumnMeaning"];
type Correction = Schemas["ImportCorrection"];

const MEANINGS: Meaning[] = [
  "ignored", "number", "family_name", "given_name", "patronymic", "full_name", "sex", "born_on", "age", "birth_place", "citizenship", "document",
  "document_number", "family_number", "relationship", "region", "district", "phone", "note",
];

/** What each column holds, as it was understood; a reader may correct it, or choose another sheet. */
export function DraftColumns({ draft, corrected }: { draft: Draft; corrected: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const correct = useAction(
    (correction: Correction) => body(api.POST("/api/imports/{draft_id}/columns", { params: { path: { draft_id: draft.id } }, body: correction })),
    {
      done: (read) => {
        corrected();
        client.setQueryData(["imports", draft.id], read);
      },
    });
  const sheets = draft.sheet ? [draft.sheet, ...draft.other_sheets] : [];
  return (
    <Stack gap="md">
      <Text c="dimmed">{t("people.arrivals.columns_hint")}</Text>
      {correct.problem && <ProblemNotice problem={correct.problem} focus />}
      {sheets.length > 1 && (
        <SelectField label={t("people.arrivals.sheet")} value={draft.sheet ?? null} unchosen={null} disabled={correct.pending}
                     choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))} onChange={(sheet) => sheet && void correct.run({ sheet })} />)}
      <DataTable
        caption={t("people.arrivals.tab_columns")} rows={draft.columns} rowKey={(column) => String(column.number)}
        columns={[
          { key: "column", label: t("people.arrivals.column"), cell: (column) => `${column.number}. ${column.header}` },
          {
            key: "meaning", label: t("people.arrivals.meaning"), cell: (column) => (
              <SelectField label={null} aria-label={t("people.arrivals.meaning_of", { column: column.header || column.number })} value={column.meaning} unchosen={null}
                           disabled={correct.pending} description={column.corrected ? t("people.arrivals.corrected") : undefined}
                           choices={MEANINGS.map((meaning) => ({ value: meaning, label: t(`people.meaning.${meaning}`) }))}
                           onChange={(meaning) => void correct.run({ columns: [{ number: column.number, meaning: meaning as Meaning }] })} />),
          },
        ]} />
    </Stack>
  );
}

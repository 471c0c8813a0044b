import { Button, List, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { DataTable, Empty, Icon, StatusBadge, Waiting, type Tone } from "../ui";
import { useBirthDate } from "./birth-date";
import { fullName } from "./choices";
import type { Draft } from "./draft-page";

export type Row = Schemas["ImportRow"];
type Remark = Row["remarks"][number];
type Status = Row["status"];

const TONES: Record<Status, Tone> = { accepted: "good", accepted_with_warning: "warning", refused: "urgent" };

function useRemark() {
  const { t } = useTranslation();
  return ({ reason, column, other_row }: Remark) => {
    const words = t(`people.remark.${reason}`);
    const whole = other_row ? t("people.arrivals.remark_row", { reason: words, row: other_row }) : words;
    return column ? t("people.arrivals.remark_in", { column, reason: whole }) : whole;
  };
}

/** What the reader of a row should know: why it was refused, what to look at. */
export function Remarks({ row }: { row: Row }) {
  const { t } = useTranslation();
  const text = useRemark();
  return (
    <Stack gap={4} align="flex-start" miw={{ base: 0, sm: "12rem" }}>
      <StatusBadge tone={TONES[row.status]}>{t(`people.status.${row.status}`)}</StatusBadge>
      {row.possible_duplicate && <StatusBadge tone="waiting" icon="copies">{t("people.arrivals.possible_duplicate")}</StatusBadge>}
      {row.remarks.length > 0 && (
        <List size="sm" spacing={0}>{row.remarks.map((remark) => <List.Item key={`${remark.kind}${remark.column_number}${remark.reason}`}>{text(remark)}</List.Item>)}</List>)}
    </Stack>
  );
}

const nothing = (status: Status | undefined, t: (key: string) => string) => (
  <Empty icon="check" title={t(status === "refused" ? "people.arrivals.none_refused" : "people.arrivals.none_warned")} />);

/** The rows of a list, or those of one verdict. */
export function DraftRows({ draft, status }: { draft: Draft; status?: Status }) {
  const { t } = useTranslation();
  const born = useBirthDate();
  const rows = useList(["imports", draft.id, "rows", draft.expires_at, status], (cursor) =>
    body(api.GET("/api/imports/{draft_id}/rows", {
      params: { path: { draft_id: draft.id }, query: { limit: 100, ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) } },
    })));
  if (!rows.data) return <Waiting for={rows} />;
  return (
    <Stack gap="md">
      {status === "refused" && draft.refused > 0 && <RefusedDownload draftId={draft.id} />}
      <DataTable
        caption={t(status === "refused" ? "people.arrivals.tab_refused" : status ? "people.arrivals.tab_warnings" : "people.arrivals.tab_all")}
        rows={rows.items} rowKey={(row) => String(row.row)} more={rows} empty={nothing(status, t)}
        columns={[
          { key: "row", label: t("people.arrivals.row"), cell: (row) => row.row },
          { key: "name", label: t("people.field.name"), cell: (row) => fullName(row.name) || t("common.unknown") },
          { key: "born_on", label: t("people.field.born_on"), cell: (row) => born(row.born_on) },
          ...(status ? [] : [{ key: "sex", label: t("people.field.sex"), cell: (row: Row) => t(`common.sex.${row.sex}`) }]),
          { key: "family", label: t("people.field.family"), cell: (row) => [row.family_number, row.relationship].filter(Boolean).join(", ") || t("common.unknown") },
          ...(status ? [] : [{ key: "document", label: t("people.field.document"), cell: (row: Row) => [row.document, row.document_number].filter(Boolean).join(" ") || t("common.none") }]),
          { key: "verdict", label: t("people.arrivals.verdict"), cell: (row) => <Remarks row={row} /> },
        ]} />
    </Stack>
  );
}

/** The refused rows as a sheet, to be mended. */
export function RefusedDownload({ draftId }: { draftId: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <Button component="a" variant="default" href={`/api/imports/${draftId}/refused.xlsx?language=${i18n.resolvedLanguage ?? "en"}`} download leftSection={<Icon name="download" />}>
        {t("people.arrivals.download_refused")}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>{t("people.arrivals.download_refused_hint")}</Text>
    </div>
  );
}

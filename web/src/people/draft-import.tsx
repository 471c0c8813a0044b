import { Alert, Checkbox, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, Icon, useFormat } from "../ui";
import type { Draft } from "./draft-page";

/** Decisions by pair: same, different, later. */
export type Decisions = Record<string, string>;

/** The button that brings the list in, and what stands before it. */
export function DraftImport({ draft, decisions }: { draft: Draft; decisions: Decisions }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [again, setAgain] = useState(false);
  const decided = Object.entries(decisions).filter(([, decision]) => decision !== "later");
  const open = draft.duplicates - decided.length;
  const commit = useAction(() => body(api.POST("/api/imports/{draft_id}/commit", {
    params: { path: { draft_id: draft.id } },
    body: {
      stage_id: draft.stage_id ?? "", again,
      decisions: decided.map(([pair, decision]) => ({ pair, decision: decision as "same" | "different" })),
    },
  })), { refresh: [["imports", draft.id], ["register"], ["duplicates"]], done: () => void client.invalidateQueries({ queryKey: ["families"] }) });
  const earlier = draft.already_imported_at;
  return (
    <Stack gap="md">
      {open > 0 && <Text>{t("people.arrivals.left_open", { count: open })}</Text>}
      {earlier && (
        <Alert color="apricot" icon={<Icon name="alert" />} title={t("common.notice")}>
          <Text mb="sm">{t("people.arrivals.already", { date: format.instant(earlier) })}</Text>
          <Checkbox label={t("people.arrivals.again")} checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />
        </Alert>)}
      <ActionButton action={commit} disabled={Boolean(earlier) && !again}>{t("people.arrivals.import")}</ActionButton>
    </Stack>
  );
}

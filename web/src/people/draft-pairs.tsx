import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { Empty, RadioField, Section, Waiting } from "../ui";
import { fullName, useNames } from "./choices";
import type { Decisions } from "./draft-import";
import type { Draft } from "./draft-page";
import type { Row } from "./draft-rows";
import { SideBySide, type Side } from "./side-by-side";

type Pair = Schemas["ImportPair"];

function useSides() {
  const { t } = useTranslation();
  const names = useNames();
  const ofRow = (row: Row): Side => ({
    title: t("people.arrivals.row_number", { row: row.row }), names: [fullName(row.name)], sex: row.sex, bornOn: row.born_on,
    facts: { family: [row.family_number, row.relationship].filter(Boolean).join(", "), document: [row.document, row.document_number].filter(Boolean).join(" "), region: row.region ?? "" },
  });
  const ofPerson = (person: Schemas["RegisterItem"]): Side => ({
    title: `${t("people.arrivals.in_register")}: ${person.code}`, names: [person.name], sex: person.sex, bornOn: person.born_on, personId: person.id,
    facts: { family: "", document: "", region: names.region(person.region) ?? "" },
  });
  return ({ row, other, person }: Pair): [Side, Side] => [ofRow(row), other ? ofRow(other) : person ? ofPerson(person) : ofRow(row)];
}

/** The pairs of a list that may be one person, side by side, each with its decision. */
export function DraftPairs({ draft, decisions, decide }:
  { draft: Draft; decisions: Decisions; decide: (pair: string, decision: string) => void }) {
  const { t } = useTranslation();
  const sides = useSides();
  const pairs = useList(["imports", draft.id, "pairs", draft.expires_at], (cursor) =>
    body(api.GET("/api/imports/{draft_id}/duplicates", { params: { path: { draft_id: draft.id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } } })));
  if (!pairs.data) return <Waiting for={pairs} />;
  if (pairs.items.length === 0) return <Empty icon="check" title={t("people.arrivals.no_duplicates")} hint={t("people.arrivals.no_duplicates_hint")} />;
  return (
    <Stack gap="lg">
      <Text>{t("people.arrivals.decide_hint")}</Text>
      {pairs.items.map((pair) => {
        const [a, b] = sides(pair);
        return (
          <Section key={pair.pair} title={`${a.title} – ${b.title}`}>
            <SideBySide a={a} b={b} reasons={pair.reasons} />
            <RadioField label={t("people.arrivals.decision")} value={decisions[pair.pair] ?? "later"} onChange={(value) => decide(pair.pair, value ?? "later")}
                        choices={["same", "different", "later"].map((value) => ({ value, label: t(`people.arrivals.${value}`) }))} />
          </Section>);
      })}
      {pairs.hasMore && <div><Button variant="default" loading={pairs.loadingMore} onClick={pairs.loadMore}>{t("common.more")}</Button></div>}
    </Stack>
  );
}

import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStateChoices } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { SelectField, useFormat, type Choice } from "../ui";
import { KINDS } from "./kinds";

/** The region's first plan is of 2011; nothing of ours is older but laws, which a wider search finds. */
const FIRST_YEAR = 2011;

export interface Filters extends Record<string, string> {
  kind: string;
  state: string;
  topic: string;
  year: string;
}
export const NO_FILTERS: Filters = { kind: "", state: "", topic: "", year: "" };

/** What narrows a search. `counts` are those of the kinds, where the server gave them. */
export function SearchFilters({ filters, counts, change }:
  { filters: Filters; counts: { kind: string; count: number }[]; change: (part: Partial<Filters>) => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const format = useFormat();
  const states = useStateChoices();
  const select = (name: keyof Filters & string, choices: Choice[]) => (
    <SelectField label={t(`search.filter.${name}`)} unchosen={t("common.all")} choices={choices} value={filters[name] ?? ""}
                 onChange={(value) => change({ [name]: value ?? "" })} />
  );
  const counted = (kind: string) => counts.find((each) => each.kind === kind)?.count;
  const kindLabel = (kind: string) => {
    const count = counted(kind);
    return count === undefined ? t(`search.kinds.${kind}`) : t("search.counted", { kind: t(`search.kinds.${kind}`), number: format.number(count) });
  };
  // With counts at hand, a kind without any would be a dead end.
  const kinds = counts.length === 0 ? KINDS : KINDS.filter((kind) => counted(kind) !== undefined || kind === filters.kind);
  const next = new Date().getFullYear() + 1;
  const years = Array.from({ length: next - FIRST_YEAR + 1 }, (_, at) => String(next - at));
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {select("kind", kinds.map((kind) => ({ value: kind, label: kindLabel(kind) })))}
      {select("state", states)}
      {select("topic", topics)}
      {select("year", years.map((year) => ({ value: year, label: year })))}
    </SimpleGrid>
  );
}

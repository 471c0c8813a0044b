import { Button, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { asProblem } from "../api/problem";
import { sessionQuery } from "../session/session";
import { ButtonLink, Empty, Icon, Page, SearchField, Section, useFormat, useSearchState, Waiting } from "../ui";
import { NO_FILTERS, SearchFilters } from "./search-filters";
import { SearchHit } from "./search-hit";
import classes from "./search.module.css";

const PAGE = 20;
const LONGEST = 200;

/** Everything this reader may read, by its words. Open to everybody over what is open to everybody. */
export function SearchPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ q: "", from: "", ...NO_FILTERS });
  const session = useQuery(sessionQuery);
  const inside = session.data?.permissions.includes("read_council") ?? false;
  const { from, ...asked } = search;
  const offset = Math.max(0, Number(from) || 0);
  const words = asked.q.trim();
  const found = useQuery({
    queryKey: ["search", inside, asked, offset],
    queryFn: () => {
      const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== "")) as typeof asked;
      const query = { ...given, q: asked.q, offset, limit: PAGE } as unknown as { q: string };
      return inside ? body(api.GET("/api/search", { params: { query } })) : body(api.GET("/api/public/search", { params: { query } }));
    },
    enabled: words !== "" && session.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const change = (part: Partial<typeof search>) => setSearch({ ...part, from: "" });
  const narrowed = Object.keys(NO_FILTERS).some((name) => search[name as keyof typeof search] !== "");
  const nothing = (
    <Empty title={t("search.nothing", { words })} hint={t("search.nothing_hint")} icon="search">
      {narrowed && <Button variant="default" onClick={() => change(NO_FILTERS)}>{t("search.without_filters")}</Button>}
      {!inside && <ButtonLink to="/sign-in" search={{ back: `/search?q=${encodeURIComponent(words)}` }} variant="default">{t("search.sign_in")}</ButtonLink>}
    </Empty>
  );
  const results = () => {
    if (words === "") return <Empty title={t("search.start")} hint={t("search.start_hint")} icon="search" />;
    if (found.error && asProblem(found.error).key === "search.empty") return nothing;
    if (!found.data) return <Waiting for={found} />;
    const { items, total, more_than: moreThan } = found.data;
    if (total === 0) return nothing;
    const last = Math.min(offset + PAGE, total);
    const heading = moreThan ? t("search.found_more", { number: format.number(total) }) : t("search.found", { count: total });
    return (
      <Section title={heading}>
        {moreThan && <Text c="dimmed">{t("search.found_more_hint")}</Text>}
        <ol className={classes.hits} start={offset + 1}>
          {items.map((hit) => <SearchHit key={hit.kind + hit.id} hit={hit} />)}
        </ol>
        {total > PAGE && (
          <Group justify="space-between" component="nav" aria-label={t("search.pages")}>
            <Button variant="default" disabled={offset === 0} onClick={() => setSearch({ from: offset <= PAGE ? "" : String(offset - PAGE) })}>{t("search.before")}</Button>
            <Text size="sm">{t("search.shown", { from: format.number(offset + 1), to: format.number(last) })}</Text>
            <Button variant="default" disabled={last >= total} onClick={() => setSearch({ from: String(offset + PAGE) })}>{t("search.after")}</Button>
          </Group>)}
      </Section>
    );
  };
  return (
    <Page title={t("search.title")} lead={inside || session.data === undefined ? t("search.lead") : t("search.lead_public")}>
      <Stack gap="md" component="search">
        <SearchField label={t("search.field")} description={t("search.field_hint")} maxLength={LONGEST} value={search.q} onSearch={(q) => change({ q })} />
        <SearchFilters filters={search} counts={found.data?.kinds ?? []} change={change} />
        {narrowed && (
          <Group>
            <Button variant="subtle" size="sm" leftSection={<Icon name="cross" size={16} />} onClick={() => change(NO_FILTERS)}>{t("search.clear")}</Button>
          </Group>)}
      </Stack>
      <div aria-live="polite" aria-busy={found.isFetching}>{results()}</div>
    </Page>
  );
}

import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { Button } from "@mantine/core";
import { Empty, Link, Section, SelectField, StatusBadge, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./documents.module.css";
import { useDocumentWords } from "./documents-data";
import { REQUEST_TONES } from "./requests-part";

type Queued = Schemas["RegistryRequest"];
type Which = "open" | "more_needed" | "ended";
const WHICH: Which[] = ["open", "more_needed", "ended"];

function QueuedCard({ request }: { request: Queued }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDocumentWords();
  const born = request.shown.born_on && t("documents.registry.born", { date: format.partialDate(request.shown.born_on) });
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <Link to="/registry/$requestId" params={{ requestId: request.id }} className={classes.way}>{words.document(request.document)}</Link>
        <StatusBadge tone={REQUEST_TONES[request.state]}>{t(`documents.request.state.${request.state}`)}</StatusBadge>
      </div>
      <p className={classes.words}>{[request.shown.name, born].filter(Boolean).join(", ")}</p>
      <p className={classes.quiet}>
        {t(request.state === "issued" || request.state === "refused" ? "documents.request.took" : "documents.request.waiting", { count: request.days })}
      </p>
    </li>
  );
}

/** The requests that lie with a clerk's registry, the longest waiting first. */
export function RegistryQueue() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchState({ state: "open" });
  const which = WHICH.find((each) => each === search.state) ?? "open";
  const queue = useList(["registry", which], (cursor) => body(api.GET("/api/registry/requests", { params: { query: { state: which, limit: 25, cursor } } })));
  return (
    <Section title={t("documents.registry.title")}>
      <SelectField label={t("documents.registry.which")} unchosen={null} value={which} onChange={(state) => setSearch({ state: state ?? "open" })}
                   choices={WHICH.map((each) => ({ value: each, label: t(`documents.registry.state.${each}`) }))} />
      {!queue.data || !queue.first ? <Waiting for={queue} /> : (
        <>
          <p className={classes.quiet}>
            {t("documents.registry.waiting", { count: queue.first.waiting })}{" "}
            {queue.first.waiting > 0 && t("documents.registry.oldest", { count: queue.first.oldest_days })}
          </p>
          {queue.items.length === 0 && <Empty icon="inbox" title={t(`documents.registry.empty.${which}`)} hint={t("documents.registry.empty_hint")} />}
          {queue.items.length > 0 && <ul className={classes.cards}>{queue.items.map((request) => <QueuedCard key={request.id} request={request} />)}</ul>}
          {queue.hasMore && <div><Button variant="default" loading={queue.loadingMore} onClick={queue.loadMore}>{t("documents.registry.more")}</Button></div>}
        </>)}
    </Section>
  );
}

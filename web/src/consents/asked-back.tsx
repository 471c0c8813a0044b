import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, useList } from "../api/queries";
import { Empty, Opening, Section, StatusBadge, useFormat, Waiting } from "../ui";
import classes from "./consents.module.css";
import { RecallAnswerForm } from "./recall-answer-form";

function AskedBackCard({ item }: { item: Schemas["AskedBack"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useAction((given: { answer: "returned" | "destroyed" | "kept_by_law"; words?: string }) =>
    body(api.POST("/api/recalls/{recall_id}/answer", { params: { path: { recall_id: item.id } }, body: given })),
  { refresh: [["recalls"]], said: t("common.saved") });
  const what = item.what.map((code) => t(`consents.what.${code}`, { defaultValue: code })).join(", ");
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{t("consents.asked_back.number", { number: item.number })}</strong>
        {item.answer
          ? <StatusBadge tone="good">{t(`consents.recall.answer.${item.answer}`)}</StatusBadge>
          : <StatusBadge tone="warning">{t("consents.asked_back.open")}</StatusBadge>}
      </div>
      <p className={classes.words}>
        {t("consents.asked_back.line", { about: t(`consents.about.${item.about_kind}`, { defaultValue: item.about_kind }), date: format.dayOf(item.shared_at) })}
      </p>
      {what && <p className={classes.quiet}>{what}</p>}
      <p className={classes.quiet}>{t("consents.recall.asked_on", { date: format.dayOf(item.asked_at) })}</p>
      {!item.answer && (
        <Opening label={t("consents.asked_back.answer")} spoken={`${t("consents.asked_back.answer")}: ${item.number}`}>
          {(close) => <RecallAnswerForm action={answer} close={close} />}
        </Opening>)}
    </li>
  );
}

/** What the reader's own body is asked to give back or destroy. `unlessEmpty`: not shown while there is nothing. */
export function AskedBack({ unlessEmpty = false }: { unlessEmpty?: boolean }) {
  const { t } = useTranslation();
  const list = useList(["recalls"], (cursor) => body(api.GET("/api/recalls", { params: { query: { limit: 25, cursor } } })));
  if (unlessEmpty && list.data && list.items.length === 0) return null;
  return (
    <Section title={t("consents.asked_back.title")}>
      {!list.data && <Waiting for={list} />}
      {list.data && list.items.length === 0 && <Empty icon="check" title={t("consents.asked_back.none")} hint={t("consents.asked_back.none_hint")} />}
      {list.items.length > 0 && <ul className={classes.cards}>{list.items.map((item) => <AskedBackCard key={item.id} item={item} />)}</ul>}
      {list.hasMore && <div><Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>{t("consents.asked_back.more")}</Button></div>}
    </Section>
  );
}

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useList } from "../api/queries";
import { Empty, Section, Waiting } from "../ui";
import { Following } from "./following";
import { actionsPage } from "./queries";

/** What sessions before this one left open, overdue first: a session looks at it before it decides anew. */
export function OpenActions({ before }: { before: string }) {
  const { t } = useTranslation();
  const actions = useList(["actions", "before", before], (cursor) => actionsPage({ before_session: before }, cursor));
  return (
    <Section title={t("councilactions.open_before")}>
      {!actions.data && <Waiting for={actions} />}
      {actions.items.length > 0 && <Following actions={actions.items} />}
      {actions.data && actions.items.length === 0 && <Empty title={t("councilactions.none_open_before")} icon="check" />}
      {actions.hasMore && <div><Button variant="default" loading={actions.loadingMore} onClick={actions.loadMore}>{t("common.more")}</Button></div>}
    </Section>
  );
}

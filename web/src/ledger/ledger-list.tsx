import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { Empty, Icon, Page, useFormat, Waiting } from "../ui";
import { ChainCheck, type CheckedSteps } from "./chain-check";
import { LedgerLine, type Line } from "./ledger-line";

export type LedgerReply = Schemas["LedgerPage"];

interface LedgerListProps {
  lead: string;
  /** A page of positions under this one; of the newest for 0. */
  fetchPage: (below: number) => Promise<LedgerReply>;
  check: (from: number) => Promise<CheckedSteps>;
  /** Where the whole ledger is saved from. */
  file: string;
  /** What stands above the ledger. */
  children?: ReactNode;
  /** What can be done with a line. */
  actionsOf?: (line: Line) => ReactNode;
}

/** The joint ledger, newest first, as both programs show it. */
export function LedgerList({ lead, fetchPage, check, file, children, actionsOf }: LedgerListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ledger = useInfiniteQuery({
    queryKey: ["ledger"],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => { const last = page.items.at(-1)?.position ?? 1; return last > 1 ? last : undefined; },
  });
  if (!ledger.data) return <Waiting for={ledger} />;
  const lines = ledger.data.pages.flatMap(({ items }) => items);
  return (
    <Page title={t("ledger.title")} lead={lead} actions={lines.length > 0 && (
      <Button component="a" href={file} download variant="default" leftSection={<Icon name="download" size={18} />}>{t("ledger.download")}</Button>)}>
      {children}
      {lines.length === 0 && <Empty title={t("ledger.empty")} hint={t("ledger.empty_hint")} icon="lock" />}
      {lines.length > 0 && <ChainCheck check={check} />}
      {lines.map((line) => <LedgerLine key={line.position} line={line}>{actionsOf?.(line)}</LedgerLine>)}
      {ledger.hasNextPage && (
        <div><Button variant="default" loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
          {t("ledger.more", { number: format.number(lines.at(-1)?.position ?? 1) })}
        </Button></div>
      )}
    </Page>
  );
}

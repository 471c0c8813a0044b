import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { problemText, type Problem } from "../api/problem";
import { Icon } from "../ui";

const PROGRESS_MS = 1000;

/** A word by which to ask about what this part of a page has under way. */
export function useTicket(): string {
  const [ticket] = useState(() => `${Date.now()}-${Math.random()}`);
  return ticket;
}

/** How far a counting or trying is, and a way to end it. */
export function Underway({ ticket, words }: { ticket: string; words: string }) {
  const { t } = useTranslation();
  const params = { params: { query: { ticket } } };
  const progress = useQuery({
    queryKey: ["return-counting", ticket], refetchInterval: PROGRESS_MS, gcTime: 0,
    queryFn: () => body(api.GET("/api/returns/counting", params)),
  });
  const { done = 0, of = 0 } = progress.data ?? {};
  return (
    <Stack gap="xs">
      <Text role="status">{words}</Text>
      <Progress value={of > 0 ? (100 * done) / of : 0} aria-label={t("statistics.underway.progress")} />
      <Group><Button variant="default" onClick={() => void api.DELETE("/api/returns/counting", params)}>{t("statistics.underway.stop")}</Button></Group>
    </Stack>
  );
}

/** Whether it ended because the reader ended it: nothing went wrong then. */
export const isStopped = (problem: Problem | null): problem is Problem => problem?.key === "return.ended";

/** That it was ended, and what stands now. */
export function Stopped({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with what it ended.
  useEffect(() => box.current?.focus(), [problem]);
  return <Alert ref={box} tabIndex={-1} role="status" icon={<Icon name="info" />}>{problemText(t, problem)}</Alert>;
}

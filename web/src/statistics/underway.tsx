import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";

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

import { Alert, Button, Center, Group, Loader, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, problemText, type Problem } from "../api/problem";
import { Icon, type IconName } from "./icon";
import classes from "./waiting.module.css";

/** What did not work, in the reader's language, and what to do. `focus` moves the reader to it when it appears. */
export function ProblemNotice({ problem, retry, focus = false }:
  { problem: Problem; retry?: () => void; focus?: boolean }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus, problem]);
  const title = problem.status === 0 ? t("common.problem.network_title") : t("common.problem.title");
  return (
    <Alert ref={box} tabIndex={-1} role="alert" title={title} icon={<Icon name="alert" />} className={classes.problem}>
      <Stack gap="xs" align="flex-start">
        <Text>{problemText(t, problem)}</Text>
        {problem.params.incident && <Text size="sm">{t("common.problem.incident", { incident: problem.params.incident })}</Text>}
        {problem.status >= 500 && problem.key && <Text size="sm">{t("common.problem.reference", { key: problem.key })}</Text>}
        {retry && <Button size="sm" variant="default" onClick={retry}>{t("common.try_again")}</Button>}
      </Stack>
    </Alert>
  );
}

interface Query {
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

/** In place of something that is not there yet: loading, or the problem with a way to try again. */
export function Waiting({ for: query }: { for: Query }) {
  const { t } = useTranslation();
  if (query.error && !query.isFetching) {
    return <ProblemNotice problem={asProblem(query.error)} retry={() => void query.refetch()} />;
  }
  return <Center mih="8rem" role="status" aria-label={t("common.loading")}><Late><Loader /></Late></Center>;
}

/** Shows its content after a moment: what comes at once should not flicker. */
function Late({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return due ? children : null;
}

/** Nothing here yet: says so, and what brings something here. */
export function Empty({ title, hint, icon = "inbox", children }:
  { title: string; hint?: string; icon?: IconName; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" className={classes.empty}>
      <Icon name={icon} size={36} />
      <Text fw={600} ta="center">{title}</Text>
      {hint && <Text c="dimmed" ta="center" maw="34rem">{hint}</Text>}
      {children && <Group mt="xs" justify="center">{children}</Group>}
    </Stack>
  );
}

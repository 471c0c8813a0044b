import { Button, Group, Progress, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { asProblem, problemText, type Problem } from "../api/problem";
import { Section, StatusBadge, useFormat } from "../ui";

export type CheckedSteps = Schemas["LedgerCheck"];

interface State {
  at: CheckedSteps | null;
  running: boolean;
  failed: Problem | null;
}

/** Holds the whole chain against itself, some steps at a time, so that a reader sees how far it is and can stop it. */
export function ChainCheck({ check }: { check: (from: number) => Promise<CheckedSteps> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<State>({ at: null, running: false, failed: null });
  const stopped = useRef(false);
  const run = async () => {
    stopped.current = false;
    let at: CheckedSteps | null = null;
    setState({ at, running: true, failed: null });
    try {
      do {
        at = await check((at?.checked ?? 0) + 1);
        setState({ at, running: true, failed: null });
      } while (!stopped.current && !at.problem && at.checked < at.of);
      setState({ at, running: false, failed: null });
    } catch (error) {
      setState({ at, running: false, failed: asProblem(error) });
    }
  };
  const { at, running, failed } = state;
  const whole = at && !at.problem && at.checked >= at.of;
  const share = at && at.of > 0 ? (100 * at.checked) / at.of : 100;
  return (
    <Section title={t("ledger.check.title")}>
      <Text size="sm">{t("ledger.check.text")}</Text>
      <Group>
        {running
          ? <Button variant="default" onClick={() => { stopped.current = true; }}>{t("common.cancel")}</Button>
          : <Button variant="default" onClick={() => void run()}>{t("ledger.check.button")}</Button>}
      </Group>
      <div role="status">
        {running && <Progress value={share} aria-label={t("ledger.check.title")} />}
        {at && <Text size="sm">{t("ledger.check.far", { checked: format.number(at.checked), of: format.number(at.of) })}</Text>}
        {!running && whole && <StatusBadge tone="good">{t("ledger.check.holds")}</StatusBadge>}
        {at?.problem && (
          <div>
            <StatusBadge tone="urgent">{t("ledger.check.broken", { position: format.number(at.checked + 1) })}</StatusBadge>
            <Text size="sm">{t(`errors.${at.problem.key}`, { ...at.problem.params, defaultValue: at.problem.key })}</Text>
          </div>
        )}
        {failed && <Text size="sm">{problemText(t, failed)}</Text>}
      </div>
    </Section>
  );
}

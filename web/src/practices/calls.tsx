import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { ActionButton, Section } from "../ui";
import classes from "./practices.module.css";
import { callsQuery, steps, usePracticeAction } from "./queries";
import { titleIn } from "./template";
import { KindBadge } from "./words";

type Call = Schemas["PracticeCallList"]["items"][number];

function CallEntry({ call: { practice, states, experts } }: { call: Call }) {
  const { t, i18n } = useTranslation();
  const stateName = useStateName();
  const navigate = useNavigate();
  const title = titleIn(practice.titles, i18n.language);
  const take = usePracticeAction(() => steps(practice.id).askReview({}), {
    done: () => navigate({ to: "/practices/$practiceId", params: { practiceId: practice.id } } as never),
  });
  return (
    <li className={classes.entry}>
      <b>{title}</b>
      <Group gap="xs"><KindBadge kind={practice.kind} /><Text size="sm" c="dimmed">{stateName(practice.state)} · {t("practices.review.places", { states, experts })}</Text></Group>
      <ActionButton size="sm" variant="default" action={take} aria-label={t("practices.calls.take_spoken", { title })}>{t("practices.calls.take")}</ActionButton>
    </li>
  );
}

/** Texts that wait for reviewers, those that this reader may take up. */
export function Calls() {
  const { t } = useTranslation();
  const calls = useQuery(callsQuery);
  const mine = calls.data?.items.filter(({ may_take }) => may_take) ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={t("practices.calls.title")}>
      <Text c="dimmed">{t("practices.calls.lead")}</Text>
      <ul className={classes.list}>{mine.map((call) => <CallEntry key={call.practice.id} call={call} />)}</ul>
    </Section>
  );
}

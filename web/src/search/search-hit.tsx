import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { Icon, Link, useFormat } from "../ui";
import { addressOf, iconOf, isKind } from "./kinds";
import { Marked } from "./marked";
import classes from "./search.module.css";

/** One thing that was found: what it is, its title as the way to it, and the place in its text. */
export function SearchHit({ hit }: { hit: Schemas["SearchHit"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const address = addressOf(hit.kind, hit.id, !useSession().can("read_council"));
  const title = <Marked text={hit.title} marks={hit.title_marks} />;
  const facts = [
    isKind(hit.kind) ? t(`search.kind.${hit.kind}`) : hit.kind, format.date(hit.dated_on), hit.state && stateName(hit.state),
    hit.topic && t(`common.topic.${hit.topic}`, { defaultValue: hit.topic }),
  ].filter(Boolean);
  return (
    <Stack component="li" gap={4} className={classes.hit}>
      <Group gap={6} wrap="nowrap" align="center" className={classes.facts}>
        <Icon name={iconOf(hit.kind)} size={16} /><Text size="sm" c="dimmed">{facts.join(" · ")}</Text>
      </Group>
      <h3 className={classes.title}>
        {"to" in address ? <Link to={address.to} {...(hit.kind === "law" ? { search: { topic: hit.topic, on: "" } } : {})}>{title}</Link> : <Anchor href={address.file} download underline="always">{title}</Anchor>}
      </h3>
      {hit.snippet && <p className={classes.snippet}><Marked text={hit.snippet} marks={hit.snippet_marks} /></p>}
    </Stack>
  );
}

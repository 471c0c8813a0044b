import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { Section, Timeline, useFormat } from "../ui";
import classes from "./decisions.module.css";
import type { DecisionPageData } from "./queries";
import { storyOf } from "./story";

/** A clear line of what happened, with dates and who. */
export function Story({ page }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const moments = storyOf(page, format, stateName);
  if (moments.length === 0) return null;
  const when = (at: string, day?: string, who?: string) => {
    const said = day ? format.longDate(day) : format.instant(at);
    return who ? t("decisions.story.by", { when: said, who }) : said;
  };
  return (
    <Section title={t("decisions.story.title")}>
      <Timeline entries={moments.map(({ key, at, day, icon, word, values, who }) => ({
        key, when: when(at, day, who), icon, title: t(`decisions.story.${word}`, values ?? {}),
      }))} />
    </Section>
  );
}

type Change = DecisionPageData["edits"][number]["changes"][number];

function FieldChange({ change: { field, was, became } }: { change: Change }) {
  const { t } = useTranslation();
  const [kind, language] = field.split(".");
  const name = kind === "text" ? t("decisions.history.field.text", { language: t(`common.language_name.${language}`) }) : t(`decisions.history.field.${field}`);
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.sides}>
        <div><Text size="sm" c="dimmed">{t("decisions.history.was")}</Text><Text className={classes.text} lang={language}>{was || t("decisions.history.nothing")}</Text></div>
        <div><Text size="sm" c="dimmed">{t("decisions.history.became")}</Text><Text className={classes.text} lang={language}>{became || t("decisions.history.nothing")}</Text></div>
      </dd>
    </div>
  );
}

/** Each edit, newest first: what stood in a field before and after it. */
export function History({ page: { edits } }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (edits.length === 0) return null;
  return (
    <Section title={t("decisions.history.title")}>
      {edits.map(({ version, by, at, changes }) => (
        <div key={version}>
          <h3 className={classes.number}>{t("decisions.history.version", { version, who: by, when: format.instant(at) })}</h3>
          <dl className={classes.fields}>{changes.map((change) => <FieldChange key={change.field} change={change} />)}</dl>
        </div>))}
    </Section>
  );
}

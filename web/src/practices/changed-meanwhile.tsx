import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "../api/queries";
import { Icon, ProblemNotice, Section, TextArea, Waiting } from "../ui";
import { draftOf, draftWith, merge, type Clash, type Draft, type Place } from "./draft";
import classes from "./practices.module.css";
import { practiceQuery, type PracticeKind } from "./queries";

interface ChangedMeanwhileProps {
  practiceId: string;
  /** What both began with. */
  base: Draft;
  mine: Draft;
  save: Action<{ draft: Draft; version: number }>;
  close: () => void;
}

function usePlaceName(kind: PracticeKind): (place: Place) => string {
  const { t } = useTranslation();
  return ({ field, language }) => {
    if (!language) return t(`practices.field.${field}`);
    const name = field === "title" ? t("practices.field.title") : t(`practices.template.${kind}.${field}`);
    return t("practices.meanwhile.field", { field: name, language: t(`common.language_name.${language}`) });
  };
}

/** One field that both changed: both texts, and what shall stand. */
function ClashView({ clash, name, value, choose }: { clash: Clash; name: string; value: string; choose: (value: string) => void }) {
  const { t } = useTranslation();
  const side = (label: string, text: string, take: string) => (
    <div>
      <h4>{label}</h4>
      <p className={classes.text}>{text || t("practices.history.nothing")}</p>
      <Button size="sm" variant={value === text ? "filled" : "default"} aria-pressed={value === text} onClick={() => choose(text)}>{take}</Button>
    </div>
  );
  return (
    <div className={classes.part} role="group" aria-label={name}>
      <h3>{name}</h3>
      <div className={classes.pair}>
        {side(t("practices.meanwhile.mine"), clash.mine, t("practices.meanwhile.take_mine"))}
        {side(t("practices.meanwhile.theirs"), clash.theirs, t("practices.meanwhile.take_theirs"))}
      </div>
      {clash.language && <TextArea label={t("practices.meanwhile.result")} limit={clash.field === "title" ? 300 : 6000} value={value} onChange={(event) => choose(event.currentTarget.value)} />}
    </div>
  );
}

/** A colleague saved first: takes what only one changed, and asks where both did. Nothing typed is lost. */
export function ChangedMeanwhile({ practiceId, base, mine, save, close }: ChangedMeanwhileProps) {
  const { t } = useTranslation();
  const nameOf = usePlaceName(mine.kind);
  const newest = useQuery({ ...practiceQuery(practiceId), staleTime: 0 });
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const theirs = newest.data;
  const merged = useMemo(() => theirs && merge(base, mine, draftOf(theirs)), [base, mine, theirs]);
  if (!theirs || !merged) return <Waiting for={newest} />;
  const keep = async () => {
    const draft = draftWith(new Map([...merged.values, ...Object.entries(chosen)]));
    if (!(await save.run({ draft, version: theirs.version }))) await newest.refetch();
  };
  return (
    <Section title={t("practices.meanwhile.title")}>
      <Alert role="alert" color="apricot" icon={<Icon name="people" />}>{t("practices.meanwhile.text")}</Alert>
      {save.problem && <ProblemNotice problem={save.problem} focus />}
      {merged.theirs.length > 0 && <Text>{t("practices.meanwhile.only_theirs", { fields: merged.theirs.map(nameOf).join("; ") })}</Text>}
      {merged.clashes.length === 0 && <Text>{t("practices.meanwhile.no_conflict")}</Text>}
      {merged.clashes.map((clash) => (
        <ClashView key={clash.key} clash={clash} name={nameOf(clash)} value={chosen[clash.key] ?? clash.mine}
                   choose={(value) => setChosen((before) => ({ ...before, [clash.key]: value }))} />))}
      {!theirs.allows.edit && <Text>{t("practices.meanwhile.no_longer_draft")}</Text>}
      <Group>
        {theirs.allows.edit && <Button loading={save.pending} onClick={() => void keep()}>{t("practices.meanwhile.save")}</Button>}
        <Button variant="default" onClick={close}>{t("common.close")}</Button>
      </Group>
    </Section>
  );
}

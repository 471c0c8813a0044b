import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { Page, Section, useFormat, Waiting } from "../ui";
import classes from "./practices.module.css";
import { practiceQuery, type PracticeKind } from "./queries";
import { BODY_FIELDS, type Field } from "./template";

type Change = Schemas["PracticeHistory"]["items"][number]["changes"][number];

function ChangeView({ change, kind }: { change: Change; kind: PracticeKind }) {
  const { t } = useTranslation();
  const name = (BODY_FIELDS as readonly string[]).includes(change.field)
    ? t(`practices.template.${kind}.${change.field as Field}`) : t(`practices.field.${change.field}`);
  return (
    <div className={classes.entry}>
      <h3>{change.language ? t("practices.meanwhile.field", { field: name, language: t(`common.language_name.${change.language}`) }) : name}</h3>
      <div className={classes.pair}>
        <div><h4>{t("practices.history.before")}</h4><p className={classes.text}>{change.before || t("practices.history.nothing")}</p></div>
        <div><h4>{t("practices.history.after")}</h4><p className={classes.text}>{change.after || t("practices.history.nothing")}</p></div>
      </div>
    </div>
  );
}

/** Every saving of a text, field by field, newest first. */
export function HistoryPage({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const practice = useQuery(practiceQuery(practiceId));
  const history = useQuery({ queryKey: ["practices", "history", practiceId], queryFn: () =>
    body(api.GET("/api/practices/{practice_id}/history", { params: { path: { practice_id: practiceId } } })) });
  if (!practice.data) return <Waiting for={practice} />;
  if (!history.data) return <Waiting for={history} />;
  const { kind } = practice.data;
  return (
    <Page title={t("practices.history.title")} breadcrumbs={[{ to: "/practices", label: t("practices.nav") },
      { to: "/practices/$practiceId", params: { practiceId }, label: t(`practices.kind.${kind}`) }]}>
      {history.data.items.map(({ version, by, by_member, at, changes }) => (
        <Section key={version} title={t("practices.history.version", { version })}>
          <p className={classes.text}>{t("practices.history.saved", { when: format.instant(at), who: by_member ? t("practices.by", { name: by, state: stateName(by_member) }) : by })}</p>
          {changes.length === 0 ? <p className={classes.text}>{t("practices.history.first")}</p>
            : changes.map((change) => <ChangeView key={change.language + change.field} change={change} kind={kind} />)}
        </Section>))}
    </Page>
  );
}

import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ConfirmDialog, Form, Opening, Section, SelectField, Waiting, useFormat } from "../ui";
import classes from "./notes.module.css";

type Circle = Schemas["Circle"];
type Naming = Schemas["CircleNaming"];

const path = (personId: string) => ({ params: { path: { person_id: personId } } });
const everything = (personId: string) => [["people", personId], ["cases"], ["circle", personId]];

function NameSomebody({ personId, circle, close }: { personId: string; circle: Circle; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ whom: string | null }>({ initialValues: { whom: null } });
  const name = useAction(({ whom }: { whom: string | null }) => {
    const [part, account_id] = (whom ?? "").split(" ");
    return body(api.POST("/api/persons/{person_id}/circle", { ...path(personId), body: { part: part as Naming["part"], account_id: account_id ?? "" } }));
  }, { refresh: everything(personId), said: t("notes.circle.named_said"), done: close });
  if (circle.candidates.length === 0) return <p className={classes.words}>{t("notes.circle.nobody")}</p>;
  return (
    <Form form={form} action={name} submit={t("notes.circle.name")} close={close}>
      <SelectField label={t("notes.circle.whom")} required {...form.getInputProps("whom")}
                   choices={circle.candidates.map(({ id, name: who, part }) => ({ value: `${part} ${id}`, label: `${who} (${t(`notes.circle.${part}`)})` }))} />
    </Form>
  );
}

function Line({ personId, naming, mayEnd }: { personId: string; naming: Naming; mayEnd: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useAction(() => body(api.POST("/api/circle/{naming_id}/end", { params: { path: { naming_id: naming.id } } })),
    { refresh: everything(personId), said: t("notes.circle.ended_said") });
  const day = (at: string) => format.date(at.slice(0, 10));
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <span><strong>{naming.who.name}</strong>{`, ${t(`notes.circle.${naming.part}`)}`}</span>
        {mayEnd && !naming.ended_at && (
          <ConfirmDialog action={end} button={t("notes.circle.end")} title={t("notes.circle.end_title", { name: naming.who.name })} confirm={t("notes.circle.end")}
                         buttonProps={{ size: "sm" }}>{t("notes.circle.end_text")}</ConfirmDialog>)}
      </div>
      <p className={classes.quiet}>
        {t("notes.circle.since", { date: day(naming.named_at), by: naming.named_by.name })}{naming.ended_at && ` · ${t("notes.circle.until", { date: day(naming.ended_at) })}`}
      </p>
    </li>
  );
}

/** Psychologists and second workers of one person; a supervisor names them and ends their work. */
export function CircleSection({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ["circle", personId], queryFn: () => body(api.GET("/api/persons/{person_id}/circle", path(personId))) });
  const circle = query.data;
  return (
    <Section title={t("notes.circle.title")}>
      {!circle && <Waiting for={query} />}
      {circle?.items.length === 0 && <p className={classes.quiet}>{t("notes.circle.empty")}</p>}
      {circle && circle.items.length > 0 && (
        <ul className={classes.cards}>{circle.items.map((naming) => <Line key={naming.id} personId={personId} naming={naming} mayEnd={circle.allows.name} />)}</ul>)}
      {circle?.allows.name && (
        <Opening label={t("notes.circle.name")} variant="default">{(close) => <NameSomebody personId={personId} circle={circle} close={close} />}</Opening>)}
    </Section>
  );
}

import { Button, Group } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../../api/node";
import { useList } from "../../api/queries";
import { ActionButton, Icon, Link, StatusBadge, useFormat, Waiting } from "../../ui";
import { say } from "../engine/definition";
import classes from "../forms.module.css";
import { TONES, useAssessmentAction, type AssessmentItem } from "./assessment-data";

type Startable = Schemas["AssessmentList"]["forms"][number];

/** The words of scores: a list has their codes alone, the form itself has the words. */
function useBands(items: readonly AssessmentItem[]): (item: AssessmentItem) => string[] {
  const { i18n } = useTranslation();
  const versions = [...new Set(items.filter(({ scores }) => scores.some(({ band }) => band)).map((item) => `${item.form} ${item.form_version}`))];
  const definitions = useQueries({
    queries: versions.map((each) => {
      const [form = "", version = ""] = each.split(" ");
      return {
        queryKey: ["forms", form, "version", Number(version)], staleTime: Infinity,
        queryFn: () => body(api.GET("/api/forms/{form_id}/versions/{version}", { params: { path: { form_id: form, version: Number(version) } } })),
      };
    }),
  });
  return ({ form, form_version, scores }) => {
    const definition = definitions[versions.indexOf(`${form} ${form_version}`)]?.data?.definition;
    return scores.flatMap(({ scale: code, band }) => {
      const scale = definition?.scales?.find((each) => each.code === code);
      const word = scale?.bands.find((each) => each.code === band);
      return scale && word ? [`${say(scale.label, i18n.language)}: ${say(word.label, i18n.language)}`] : [];
    });
  };
}

function Item({ caseId, item, bands }: { caseId: string; item: AssessmentItem; bands: string[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { state } = item;
  const by = item.decided_by ?? item.submitted_by ?? item.started_by;
  const at = item.decided_at ?? item.submitted_at ?? item.saved_at;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <Link fw={600} to="/cases/$caseId/assessments/$answerId" params={{ caseId, answerId: item.id }}>{say(item.title, i18n.language)}</Link>
        <StatusBadge tone={TONES[state]}>{t(`forms.state.${state}`)}</StatusBadge>
      </div>
      {bands.map((band) => <p key={band} className={classes.words}>{band}</p>)}
      <p className={classes.quiet}>
        {t("forms.fill.done_of", { done: item.answered, all: item.asked })} · {t("forms.part.by_on", { name: by.name, date: format.dayOf(at) })}
      </p>
    </li>
  );
}

function StartForm({ caseId, form }: { caseId: string; form: Startable }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const start = useAssessmentAction(caseId, (carryOver: boolean) => body(api.POST("/api/cases/{case_id}/assessments", {
    params: { path: { case_id: caseId } }, body: { form: form.id, ...(carryOver && { carry_over: true }) } })),
  { done: ({ id }) => navigate({ to: "/cases/$caseId/assessments/$answerId", params: { caseId, answerId: id } } as never) });
  const asAction = (carryOver: boolean) => ({ ...start, run: () => start.run(carryOver) });
  const title = say(form.title, i18n.language);
  return (
    <li className={classes.item}>
      <strong>{title}</strong>
      {form.note && <p className={classes.quiet}>{say(form.note, i18n.language)}</p>}
      <p className={classes.quiet}>{t("forms.questions", { count: form.questions })}</p>
      <Group gap="sm">
        <ActionButton action={asAction(false)} aria-label={t("forms.part.begin_named", { form: title })}>{t("forms.part.begin")}</ActionButton>
        {form.earlier && (
          <ActionButton variant="default" action={asAction(true)} aria-label={t("forms.part.carry_over_named", { form: title })}>{t("forms.part.carry_over")}</ActionButton>)}
      </Group>
    </li>
  );
}

/** The forms answered in a case file, and those that can be begun. */
export function AssessmentsPart({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const list = useList(["cases", caseId, "assessments"], (cursor) =>
    body(api.GET("/api/cases/{case_id}/assessments", { params: { path: { case_id: caseId }, query: { cursor } } })));
  const bands = useBands(list.items);
  if (!list.data) return <Waiting for={list} />;
  const startable = list.first?.forms ?? [];
  return (
    <section aria-labelledby="assessments-title">
      <Group justify="space-between" gap="sm" mb="sm">
        <h3 id="assessments-title">{t("forms.part.title")}</h3>
        {startable.length > 0 && (
          <Button variant="default" aria-expanded={choosing} leftSection={<Icon name={choosing ? "cross" : "plus"} />} onClick={() => setChoosing(!choosing)}>
            {t(choosing ? "common.close" : "forms.part.choose")}
          </Button>)}
      </Group>
      {choosing && <ul className={`${classes.list} ${classes.beside}`} aria-label={t("forms.part.choose")}>{startable.map((form) => <StartForm key={form.id} caseId={caseId} form={form} />)}</ul>}
      {list.items.length === 0 && !choosing && <p className={classes.quiet}>{t("forms.part.empty")}</p>}
      {list.items.length > 0 && <ul className={classes.list} aria-label={t("forms.part.title")}>{list.items.map((item) => <Item key={item.id} caseId={caseId} item={item} bands={bands(item)} />)}</ul>}
      {list.hasMore && <Button mt="sm" variant="default" loading={list.loadingMore} onClick={list.loadMore}>{t("common.more")}</Button>}
    </section>
  );
}

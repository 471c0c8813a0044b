import { Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useStateName } from "../i18n/states";
import { Form, Opening, Section, SelectField, StatusBadge, useFormat } from "../ui";
import { MyReview } from "./my-review";
import classes from "./practices.module.css";
import { steps, usePracticeAction, type Practice, type PracticeReview } from "./queries";

function ReviewState({ review }: { review: PracticeReview }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (review.excused_at) return <StatusBadge tone="neutral">{t("practices.review.excused")}</StatusBadge>;
  if (!review.submitted_at) return <StatusBadge tone="waiting">{t("practices.review.waiting", { date: format.dayOf(review.asked_at) })}</StatusBadge>;
  return <StatusBadge tone={review.overall === "publish" ? "good" : "warning"}>{t(`practices.review.overall_of.${review.overall ?? "changes"}`)}</StatusBadge>;
}

function ReviewCard({ review }: { review: PracticeReview }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const who = [review.member ? stateName(review.member) : t("practices.review.expert"), review.reviewer].filter(Boolean).join(", ");
  return (
    <article className={classes.part} aria-label={t("practices.review.of", { who })}>
      <Group gap="sm"><h3>{who}</h3><ReviewState review={review} /><Text size="sm" c="dimmed">{t("practices.work.round", { round: review.round })}</Text></Group>
      {review.conflict && <Text>{t("practices.review.declared", { statement: review.conflict })}</Text>}
      {review.marks.length > 0 && (
        <dl className={classes.marks}>
          {review.marks.map(({ criterion, verdict, comment }) => (
            <div key={criterion}><dt>{t(`practices.review.criterion.${criterion}`)}</dt><dd>{[t(`practices.review.verdict.${verdict}`), comment].filter(Boolean).join(". ")}</dd></div>))}
        </dl>)}
      {review.comment && <p className={classes.text}>{review.comment}</p>}
    </article>
  );
}

function AskReviewer({ practice, close }: { practice: Practice; close: () => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const possible = useQuery({ queryKey: ["practices", "reviewers", practice.id], staleTime: 0, queryFn: () =>
    body(api.GET("/api/practices/{practice_id}/reviewers", { params: { path: { practice_id: practice.id } } })) });
  const ask = usePracticeAction((values: { reviewer: string | null }) => steps(practice.id).askReview({ reviewer: values.reviewer ?? "" }), { done: close });
  const form = useForm<{ reviewer: string | null }>({ initialValues: { reviewer: null } });
  const choices = (possible.data?.items ?? []).map(({ id, name, role, member }) => ({
    value: id, label: role === "expert" ? `${name} (${t("practices.review.expert")})` : `${name} (${stateName(member)})` }));
  if (possible.data && choices.length === 0) return <Text>{t("practices.review.no_reviewer")}</Text>;
  return (
    <Form form={form} action={ask} submit={t("practices.review.ask")} close={close}>
      <SelectField label={t("practices.review.reviewer")} required choices={choices} {...form.getInputProps("reviewer")} />
    </Form>
  );
}

/** Reviews that this reader may read, the own one to give, and whom to ask. */
export function Reviews({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const mine = practice.reviews.find(({ may_give }) => may_give);
  const shown = practice.reviews.filter((review) => review !== mine).reverse();
  if (shown.length === 0 && !mine && !practice.allows.ask_review) return null;
  return (
    <>
      {mine && <Section title={t("practices.review.mine")}><MyReview review={mine} /></Section>}
      {(shown.length > 0 || practice.allows.ask_review) && (
        <Section title={t("practices.review.title")}>
          {shown.map((review) => <ReviewCard key={review.id} review={review} />)}
          {practice.allows.ask_review && <Opening label={t("practices.review.ask")} variant="default">{(close) => <AskReviewer practice={practice} close={close} />}</Opening>}
        </Section>)}
    </>
  );
}

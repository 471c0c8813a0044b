import type { TFunction } from "i18next";
import type { IconName } from "../ui";
import type { Case, Need, Order, PlannedService, Round } from "./case-data";

/** One thing that happened in a case file. */
export interface Happening {
  key: string;
  /** An instant, or a day where only that is known. */
  at: string;
  icon: IconName;
  title: string;
  who?: string;
  text?: string;
}

type Words = TFunction;

/** Findings that were recorded together are one happening. */
function assessments(needs: Need[], t: Words): Happening[] {
  const together = new Map<string, Need[]>();
  for (const need of needs) {
    const when = `${need.recorded_at} ${need.recorded_by.id}`;
    together.set(when, [...(together.get(when) ?? []), need]);
  }
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const text = group.map(({ domain, level }) => `${t(`casework.domain.${domain}`)}: ${t(`casework.level.${level}`)}`).join("\n");
    return [{ key: `needs ${first.recorded_at}`, at: first.recorded_at, icon: "heart", title: t("casework.happened.needs"), who: first.recorded_by.name, text }];
  });
}

function plans(file: Case, t: Words): Happening[] {
  return file.plans.flatMap((plan) => [
    { key: `${plan.id} started`, at: plan.created_at, icon: "edit" as const, title: t("casework.happened.plan_started"), who: plan.created_by.name },
    ...plan.moves.map(({ kind, at, by, comment }, i) => ({
      key: `${plan.id} ${i}`, at, icon: "task" as const, title: t(`casework.happened.plan_${kind}`), who: by.name, text: comment })),
  ]);
}

function orders(services: PlannedService[], t: Words): Happening[] {
  const of = (service: string, order: Order): Happening[] => {
    const words = { service: t(`services.catalogue.${service}`), provider: order.provider_name };
    const ordered = { key: `${order.id} ordered`, at: order.ordered_at, icon: "send" as const, title: t("casework.happened.ordered", words) };
    if (order.state === "ordered") return [ordered];
    const reason = order.refused_reason && t(`casework.order.reason.${order.refused_reason}`);
    return [ordered, {
      key: `${order.id} closed`, at: order.delivered_on ?? order.closed_at ?? order.ordered_at, icon: order.delivered_on ? "check" : "cross",
      title: t(order.delivered_on ? "casework.happened.delivered" : "casework.happened.refused", words),
      text: [reason, order.note].filter(Boolean).join("\n") || undefined }];
  };
  return services.flatMap(({ service, order, refused_before }) => [...refused_before, ...(order ? [order] : [])].flatMap((one) => of(service, one)));
}

function closures(file: Case, t: Words): Happening[] {
  return file.closures.flatMap((closure) => {
    const story: Happening[] = [{
      key: `${closure.id} proposed`, at: closure.proposed_at, icon: "folder", who: closure.proposed_by.name, text: closure.note || undefined,
      title: t("casework.happened.closure_proposed", { reason: t(`casework.closure.reason.${closure.reason}`) }) }];
    if (closure.decided_at) {
      story.push({ key: `${closure.id} decided`, at: closure.decided_at, icon: closure.approved ? "check" : "cross", who: closure.decided_by?.name,
        title: t(closure.approved ? "casework.happened.closed" : "casework.happened.closure_refused"), text: closure.comment });
    }
    if (closure.reopened_at) {
      story.push({ key: `${closure.id} reopened`, at: closure.reopened_at, icon: "folder", who: closure.reopened_by?.name,
        title: t("casework.happened.reopened"), text: closure.reopening });
    }
    return story;
  });
}

function approvalsOf(file: Case, t: Words): Happening[] {
  return file.needs_approvals.flatMap((one): Happening[] => [
    { key: `${one.id} submitted`, at: one.submitted_at, icon: "send", title: t("casework.happened.needs_submitted"), who: one.submitted_by.name },
    ...(one.decided_at ? [{ key: `${one.id} decided`, at: one.decided_at, icon: one.approved ? "check" as const : "edit" as const, who: one.decided_by?.name,
      title: t(one.approved ? "casework.happened.needs_approved" : "casework.happened.needs_returned"), text: one.comment }] : []),
  ]);
}

const reviewsOf = (file: Case, t: Words): Happening[] => file.reviews.map((one) => ({
  key: one.id, at: one.at, icon: "task", who: one.by.name, text: one.note,
  title: t("casework.happened.reviewed", { outcome: t(`casework.review.outcome.${one.outcome}`) }) }));

/** All that happened in a case file, the latest first. */
export function historyOf(file: Case, services: PlannedService[], rounds: Round[], t: Words, further: Happening[] = []): Happening[] {
  const all: Happening[] = [
    { key: "opened", at: file.opened_at, icon: "home", title: t("casework.happened.opened"), who: file.opened_by.name },
    ...assessments([...file.needs, ...file.earlier_needs], t),
    ...plans(file, t),
    ...orders(services, t),
    ...file.visits.flatMap(({ id, done_on, done_by, note }): Happening[] =>
      done_on ? [{ key: id, at: done_on, icon: "people", title: t("casework.happened.visit"), who: done_by?.name, text: note }] : []),
    ...rounds.flatMap(({ month, answered_on }): Happening[] =>
      answered_on ? [{ key: `survey ${month}`, at: answered_on, icon: "chart",
        title: t("casework.happened.survey", { round: t("casework.survey.month", { count: month }) }) }] : []),
    ...closures(file, t),
    ...approvalsOf(file, t),
    ...reviewsOf(file, t),
    ...further,
  ];
  // Of one day, what has no hour comes after what has: a visit is noted after it was made.
  const sortable = (at: string) => (at.length === 10 ? `${at}T24` : at);
  return all.map((one, i) => ({ one, i })).sort((a, b) => sortable(b.one.at).localeCompare(sortable(a.one.at)) || b.i - a.i).map(({ one }) => one);
}

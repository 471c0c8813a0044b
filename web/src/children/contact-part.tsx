import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { ConfirmDialog, DueBadge, Facts, Opening, Section, StatusBadge, useFormat } from "../ui";
import { useChildAction, type Child, type ContactPlan } from "./children-data";
import classes from "./children.module.css";
import { ContactForm, HeldForm } from "./contact-forms";

function PlanButtons({ child, plan }: { child: Child; plan: ContactPlan }) {
  const { t } = useTranslation();
  const end = useChildAction(child.case_id, () => body(api.POST("/api/contact-plans/{plan_id}/end", { params: { path: { plan_id: plan.id } }, body: { version: plan.version } })));
  return (
    <div className={classes.buttons}>
      {plan.safety === "safe" && <Opening label={t("children.contact.held")} size="sm">{(close) => <HeldForm child={child} plan={plan} close={close} />}</Opening>}
      <Opening label={t("children.contact.change")} size="sm" variant="subtle">{(close) => <ContactForm child={child} plan={plan} close={close} />}</Opening>
      <ConfirmDialog action={end} button={t("children.contact.end")} title={t("children.contact.end")} confirm={t("children.contact.end")} buttonProps={{ variant: "subtle", size: "sm" }}>
        {t("children.contact.end_text")}
      </ConfirmDialog>
    </div>
  );
}

function PlanCard({ child, plan }: { child: Child; plan: ContactPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{[t(`children.contact.whom.${plan.whom}`), plan.words.name, t(`children.contact.way.${plan.way}`)].filter(Boolean).join(", ")}</strong>
        {plan.next_on && !child.of_age && <DueBadge on={plan.next_on} />}
        {plan.ended_on && <StatusBadge tone="neutral">{t("children.contact.ended", { date: format.date(plan.ended_on) })}</StatusBadge>}
        {!plan.ended_on && plan.safety !== "safe" && <StatusBadge tone={plan.safety === "not_safe" ? "urgent" : "waiting"}>{t(`children.contact.safety.${plan.safety}`)}</StatusBadge>}
      </div>
      <Facts of={[
        { label: t("children.contact.every"), value: t("children.contact.days", { count: plan.every_days }) },
        { label: t("children.contact.arranged_by"), value: plan.words.arranged_by ?? null },
        { label: t("children.contact.why"), value: plan.words.why ?? null },
      ]} />
      {plan.contacts.map((each) => (
        <p key={each.id} className={classes.quiet}>
          {`${format.date(each.held_on)}: ${t(each.took_place ? "children.contact.took_place" : "children.contact.fell_out")}${each.words.said ? `. ${each.words.said}` : ""}`}
        </p>))}
      {child.allows.write && !plan.ended_on && <PlanButtons child={child} plan={plan} />}
    </li>
  );
}

/** How the child stays in touch with those who are away. */
export function ContactPart({ child }: { child: Child }) {
  const { t } = useTranslation();
  if (!child.allows.write && child.contact_plans.length === 0) return null;
  return (
    <Section title={t("children.contact.title")}>
      {child.contact_plans.length === 0 && <p className={classes.quiet}>{t("children.contact.empty")}</p>}
      {child.contact_plans.length > 0 && <ul className={classes.cards}>{child.contact_plans.map((plan) => <PlanCard key={plan.id} child={child} plan={plan} />)}</ul>}
      {child.allows.write && <Opening label={t("children.contact.begin")} variant="default">{(close) => <ContactForm child={child} close={close} />}</Opening>}
    </Section>
  );
}

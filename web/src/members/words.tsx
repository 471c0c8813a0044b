import { useTranslation } from "react-i18next";
import { StatusBadge, useFormat, type Choice, type Tone } from "../ui";
import { NAME_LANGUAGES, type Agreement, type Appointment, type Membership } from "./queries";

/** What a body is to the Council. */
export function TierBadge({ tier }: { tier: string }) {
  const { t } = useTranslation();
  const tone: Tone = tier === "member" ? "good" : tier === "" ? "neutral" : "info";
  return <StatusBadge tone={tone} icon={tier === "" ? "file" : "people"}>{t(`members.tier.${tier || "none"}`)}</StatusBadge>;
}

const MEMBERSHIP_TONES: Record<Membership["state"], Tone> = { proposed: "waiting", confirmed: "good", stopped: "urgent", withdrawn: "neutral" };
export function MembershipState({ state }: { state: Membership["state"] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={MEMBERSHIP_TONES[state]}>{t(`members.membership.${state}`)}</StatusBadge>;
}

const APPOINTMENT_TONES: Record<Appointment["state"], Tone> = { nominated: "waiting", confirmed: "good", declined: "urgent", ended: "neutral" };
/** The state of an appointment, and a word when its term nears its end. */
export function AppointmentState({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, term, ends_on } = appointment;
  return (
    <>
      <StatusBadge tone={APPOINTMENT_TONES[state]}>{t(`members.appointment.${state}`)}</StatusBadge>
      {state === "confirmed" && term !== "open" && (
        <> <StatusBadge tone={term === "over" ? "urgent" : "warning"}>{t(`members.term.${term}`, { date: format.longDate(ends_on) })}</StatusBadge></>)}
    </>
  );
}

/** Says so when an agreement ends soon, or has ended. */
export function ExpiryBadge({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { expiry, force_to, overdue } = agreement;
  return (
    <>
      {expiry !== "open" && <StatusBadge tone={expiry === "over" ? "neutral" : "warning"}>{t(`agreements.expiry.${expiry}`, { date: format.longDate(force_to) })}</StatusBadge>}
      {overdue > 0 && <> <StatusBadge tone="urgent">{t("agreements.overdue", { count: overdue })}</StatusBadge></>}
    </>
  );
}

/** From one day to another, either of which may be open. */
export function useSpan(): (from: string | undefined, to: string | undefined) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (from, to) => {
    if (from && to) return t("members.span.both", { from: format.longDate(from), to: format.longDate(to) });
    if (from) return t("members.span.from", { from: format.longDate(from) });
    if (to) return t("members.span.to", { to: format.longDate(to) });
    return t("members.span.open");
  };
}

export function useLanguageChoices(): Choice[] {
  const { t } = useTranslation();
  return NAME_LANGUAGES.map((language) => ({ value: language, label: t(`common.language_name.${language}`) }));
}

/** Languages by their names, in one line. */
export function useLanguageNames(): (codes: readonly string[]) => string {
  const { t } = useTranslation();
  return (codes) => codes.map((code) => t(`common.language_name.${code}`, { defaultValue: code })).join(", ");
}

import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { StatusBadge, type Tone } from "../ui";
import classes from "./notices.module.css";
import type { Marking, NoticeLine, Side, Urgency } from "./queries";

const LABELS: Record<Marking, string> = {
  clear: "TLP:CLEAR", green: "TLP:GREEN", amber: "TLP:AMBER", amber_strict: "TLP:AMBER+STRICT", red: "TLP:RED",
};

/** The label as the standard spells it; never translated. */
export const labelOf = (marking: Marking): string => LABELS[marking];

export function TlpLabel({ marking }: { marking: Marking }) {
  return <span className={classes.label} data-marking={marking} lang="en">{LABELS[marking]}</span>;
}

/** The label with what it asks of a reader; stands at the top of a page, and of its print. */
export function TlpBanner({ marking }: { marking: Marking }) {
  const { t } = useTranslation();
  return (
    <p className={classes.banner}>
      <TlpLabel marking={marking} />
      <span>{t(`notices.marking.${marking}`)}</span>
    </p>
  );
}

const TONES: Record<Urgency, Tone> = { routine: "neutral", raised: "warning", red: "urgent" };

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[urgency]} icon={urgency === "routine" ? "info" : "alert"}>{t(`notices.urgency.${urgency}`)}</StatusBadge>;
}

export function NoticeState({ notice: { state, waiting, overdue } }: { notice: Pick<NoticeLine, "state" | "waiting" | "overdue"> }) {
  const { t } = useTranslation();
  if (overdue) return <StatusBadge tone="urgent">{t("notices.state.overdue")}</StatusBadge>;
  if (waiting) return <StatusBadge tone="waiting">{t("notices.state.waiting")}</StatusBadge>;
  if (state === "sent") return null;
  return <StatusBadge tone="neutral" icon="cross">{t(`notices.state.${state}`)}</StatusBadge>;
}

/** The name of a State or body, or of the secretariat, in the language of the page. */
export function useSideName(): (side: Side) => string {
  const { t } = useTranslation();
  const stateName = useStateName();
  return ({ code, name }) => {
    if (code === "council") return t("notices.secretariat");
    const state = stateName(code);
    return state === code.toUpperCase() ? name || code : state;
  };
}

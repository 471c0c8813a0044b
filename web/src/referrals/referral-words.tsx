import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Facts, StatusBadge, useFormat } from "../ui";

type State = Schemas["ReferralState"];

/** The order in which a referral's fields are read. */
const FIELDS = ["name", "born_on", "age", "phone", "class_level", "language_support", "needs_support", "skills", "household_size", "purpose",
  "asked_for", "worker", "worker_contact"];

const TONES = {
  sent: ["waiting", "send"], accepted: ["info", "check"], refused: ["warning", "cross"], done: ["good", undefined], revoked: ["neutral", "cross"],
  withdrawn: ["neutral", "cross"],
} as const;

export function ReferralStateBadge({ state }: { state: State }) {
  const { t } = useTranslation();
  const [tone, icon] = TONES[state];
  return <StatusBadge tone={tone} {...(icon && { icon })}>{t(`referrals.state.${state}`)}</StatusBadge>;
}

/** What a referral holds, field by field: this and no more is what the receiver sees. */
export function ReferralContent({ content }: { content: Record<string, string> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = (field: string, text: string) => {
    if (field === "born_on") return format.partialDate(text);
    return text === "yes" || text === "no" ? t(`common.${text}`) : text;
  };
  const items = FIELDS.flatMap((field) => {
    const text = content[field];
    return text === undefined ? [] : [{ label: t(`referrals.field.${field}`), value: said(field, text) }];
  });
  return <Facts of={items} />;
}

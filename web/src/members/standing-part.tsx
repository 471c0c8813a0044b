import { useTranslation } from "react-i18next";
import { Empty, Section } from "../ui";
import { Opening } from "../ui/opening";
import { DateFounding, ProposeMembership } from "./membership-forms";
import { MembershipCard } from "./membership-card";
import type { Body } from "./queries";

/** What the body is and was to the Council, and what is proposed. */
export function StandingPart({ one, now }: { one: Body; now: boolean }) {
  const { t } = useTranslation();
  const waiting = one.memberships.some(({ state }) => state === "proposed");
  return (
    <Section title={t("members.standing")}>
      {one.memberships.map((membership) => <MembershipCard key={membership.id} membership={membership} acts={now} />)}
      {one.memberships.length === 0 && <Empty title={t("members.no_standing")} icon="people" />}
      {now && one.allows.propose && !waiting && (
        <Opening label={t("members.proposals.propose")}>{(close) => <ProposeMembership one={one} close={close} />}</Opening>)}
      {now && one.allows.date_founding && (
        <Opening label={t("members.date_founding")} variant="default">{(close) => <DateFounding one={one} close={close} />}</Opening>)}
    </Section>
  );
}

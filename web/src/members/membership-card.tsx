import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { ConfirmDialog, Link, StatusBadge, useFormat } from "../ui";
import { Opening } from "../ui/opening";
import { EndMembership, ObjectToMembership } from "./membership-forms";
import classes from "./members.module.css";
import { BODIES, type Membership } from "./queries";
import { MembershipState, useSpan } from "./words";

/** What each State said, and who has not spoken. */
function Voices({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const format = useFormat();
  return (
    <ul className={classes.voices} aria-label={t("members.proposals.voices")}>
      {membership.voices.map(({ member, agrees, reason, given_at }) => (
        <li key={member}>
          <b>{stateName(member)}</b>{" "}
          <StatusBadge tone={agrees ? "good" : "urgent"}>{t(agrees ? "members.proposals.agreed" : "members.proposals.objected")}</StatusBadge>{" "}
          <Text span size="sm" c="dimmed">{format.instant(given_at)}</Text>
          {reason && <Text className={classes.note}>{reason}</Text>}
        </li>
      ))}
      {membership.missing.map((member) => (
        <li key={member}><b>{stateName(member)}</b> <StatusBadge tone="waiting">{t("members.proposals.not_yet")}</StatusBadge></li>))}
    </ul>
  );
}

/** What may be done about a proposal or a membership. */
function Acts({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const { id, allows } = membership;
  const path = { params: { path: { membership_id: id } } };
  const agree = useAction(() => body(api.POST("/api/memberships/{membership_id}/voice", { ...path, body: { agrees: true } })),
    { refresh: BODIES, said: t("members.proposals.said_yes") });
  const withdraw = useAction(() => body(api.POST("/api/memberships/{membership_id}/withdrawal", path)), { refresh: BODIES, said: t("members.proposals.withdrawn") });
  return (
    <Group gap="sm" align="flex-start">
      {allows.speak && (
        <>
          <ConfirmDialog action={agree} button={t("members.proposals.agree")} title={t("members.proposals.agree_title")} confirm={t("members.proposals.agree")}
                         buttonProps={{ variant: "filled" }}>{t("members.proposals.agree_hint")}</ConfirmDialog>
          <Opening label={t("members.proposals.object")} variant="default" leftSection={null}>{(close) => <ObjectToMembership id={id} close={close} />}</Opening>
        </>
      )}
      {allows.withdraw && (
        <ConfirmDialog action={withdraw} button={t("members.proposals.withdraw")} title={t("members.proposals.withdraw")}
                       confirm={t("members.proposals.withdraw")}>{t("members.proposals.withdraw_hint")}</ConfirmDialog>)}
      {allows.end && <Opening label={t("members.end_membership")} variant="default" leftSection={null}>{(close) => <EndMembership id={id} close={close} />}</Opening>}
    </Group>
  );
}

/** One proposal or membership. `heading`: also which body it is about. */
export function MembershipCard({ membership, acts, heading = false }: { membership: Membership; acts: boolean; heading?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const span = useSpan();
  const { body: about, tier, state, basis, reason, proposed_for, proposed_at, valid_from, valid_to, end_reason } = membership;
  const by = proposed_for ? stateName(proposed_for) : t("members.proposals.secretariat");
  return (
    <article className={classes.card} aria-label={`${about.name}, ${t(`members.tier.${tier}`)}`}>
      <Stack gap="xs">
        <Group gap="sm">
          {heading && <h3 className={classes.title}><Link to="/members/$code" params={{ code: about.code }}>{about.name}</Link></h3>}
          <b>{t(`members.tier.${tier}`)}</b>
          <MembershipState state={state} />
          {(valid_from || valid_to) && <Text span>{span(valid_from, valid_to)}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          {basis === "founding" ? t("members.proposals.founding") : t("members.proposals.by", { by, date: format.dayOf(proposed_at) })}
        </Text>
        {reason && <Text className={classes.note}>{reason}</Text>}
        {end_reason && <Text className={classes.note}>{t("members.ended_because", { reason: end_reason })}</Text>}
        {basis === "proposal" && <Voices membership={membership} />}
        {acts && <Acts membership={membership} />}
      </Stack>
    </article>
  );
}

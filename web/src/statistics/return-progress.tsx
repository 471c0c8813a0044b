import { Alert, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Problem, problemText } from "../api/problem";
import { useAction } from "../api/queries";
import { ConfirmDialog, Icon, Link, Section, Steps, Timeline, useFormat, type TimelineEntry } from "../ui";
import { WithdrawalActions, WithdrawalNotice } from "./withdrawal";

type Return = Schemas["AnnualReturn"];

const STEPS = ["counted", "first_signature", "second_signature", "released", "delivered"] as const;

/** The step that is waited for; null when the Council has the return. */
function waitingFor({ signatures, released_at, delivery }: Return): string | null {
  if (delivery?.state === "delivered") return null;
  if (released_at) return "delivered";
  return (["first_signature", "second_signature", "released"] as const)[Math.min(signatures.length, 2)] ?? null;
}

function useHistory(annual: Return): TimelineEntry[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { delivery } = annual;
  return [
    { key: "prepared", when: format.instant(annual.prepared_at), title: t("statistics.history.prepared", { name: annual.prepared_by }), icon: "chart" as const },
    ...annual.signatures.map(({ name, role, signed_at }) => ({
      key: name + signed_at, when: format.instant(signed_at), icon: "edit" as const,
      title: t("statistics.history.signed", { name, role: t(`session.role.${role}`) }),
    })),
    ...(annual.released_at
      ? [{ key: "released", when: format.instant(annual.released_at), title: t("statistics.history.released", { name: annual.released_by }), icon: "send" as const }]
      : []),
    ...(delivery?.state === "delivered"
      ? [{ key: "delivered", when: format.instant(delivery.settled_at), title: t("statistics.history.delivered"), icon: "check" as const }]
      : []),
  ];
}

/** That it stands in another one's place, and why. */
function Corrects({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  if (!annual.replaces) return null;
  return (
    <Text>
      {t("statistics.correction.of")} <Link to="/returns/$returnId" params={{ returnId: annual.replaces }}>{t("statistics.correction.earlier", { year: annual.year })}</Link>{". "}
      {t("statistics.correction.reason", { reason: annual.reason })}
    </Text>
  );
}

/** Why the Council does not have a released return yet. */
function DeliveryNotice({ delivery }: { delivery: NonNullable<Return["delivery"]> }) {
  const { t } = useTranslation();
  if (delivery.state === "delivered") return null;
  const reason = delivery.problem ? problemText(t, new Problem(0, delivery.problem, undefined, delivery.params)) : "";
  const refused = delivery.state === "refused";
  return (
    <Alert title={t(`statistics.delivery.${delivery.state}`)} icon={<Icon name={refused ? "alert" : "clock"} />} color={refused ? "red.9" : undefined}
           role={refused ? "alert" : "status"}>
      {refused ? t("statistics.delivery.refused_hint") : t("statistics.delivery.waiting_hint")} {reason}
    </Alert>
  );
}

/** The way to the draft that stands in this one's place, which somebody counted while this page was open. */
function ToNewer({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  return problem?.key === "return.replaced" ? <Text mt="sm"><Link to="/returns">{t("statistics.list.title")}</Link></Text> : null;
}

function Actions({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const path = { params: { path: { return_id: annual.id } } };
  const sign = useAction(() => body(api.POST("/api/returns/{return_id}/signature", path)), { refresh: [["returns"]], said: t("statistics.sign.done") });
  const release = useAction(() => body(api.POST("/api/returns/{return_id}/release", path)), { refresh: [["returns"]], said: t("statistics.release.done") });
  return (
    <Group>
      {annual.allows.sign && (
        <ConfirmDialog action={sign} button={t("statistics.sign.button")} title={t("statistics.sign.title", { year: annual.year })}
                       confirm={t("statistics.sign.confirm")} buttonProps={{ variant: "filled" }}>
          <Text>{t("statistics.sign.text")}</Text>
          <ToNewer problem={sign.problem} />
        </ConfirmDialog>)}
      {annual.allows.release && (
        <ConfirmDialog action={release} button={t("statistics.release.button")} title={t("statistics.release.title", { year: annual.year })}
                       confirm={t("statistics.release.confirm")} buttonProps={{ variant: "filled" }}>
          <Text mb="sm">{t("statistics.release.text")}</Text>
          <Text fw={600}>{t("statistics.release.final")}</Text>
          <ToNewer problem={release.problem} />
        </ConfirmDialog>)}
      {annual.state === "draft" && annual.signed_by_you && <Text>{t("statistics.sign.second_person")}</Text>}
    </Group>
  );
}

/** Where a return stands on its way to the Council, who stands behind it, and what the reader can do now. */
export function ReturnProgress({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const history = useHistory(annual);
  const over = annual.state === "replaced";
  return (
    <Section title={t("statistics.progress.title")}>
      {over || annual.state === "corrected"
        ? <Alert icon={<Icon name="info" />} title={t(`statistics.state.${annual.state}`)}>
            {t(`statistics.progress.${annual.state}`)} <Link to="/returns">{t("statistics.list.title")}</Link>
          </Alert>
        : null}
      {!over && <Steps label={t("statistics.progress.title")} current={waitingFor(annual)}
                       steps={STEPS.map((step) => ({ key: step, label: t(`statistics.step.${step}`) }))} />}
      <Corrects annual={annual} />
      <WithdrawalNotice withdrawal={annual.withdrawal} />
      {annual.delivery && <DeliveryNotice delivery={annual.delivery} />}
      <Actions annual={annual} />
      <WithdrawalActions annual={annual} />
      <Timeline entries={history} />
    </Section>
  );
}

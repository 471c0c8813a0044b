import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { ButtonLink, ConfirmDialog, DataTable, Empty, Icon, Page, useFormat, Waiting } from "../ui";

type Claim = Schemas["Claim"];

function useAboutName() {
  const { t } = useTranslation();
  const stateName = useStateName();
  return (about: string) => (about === "region" ? t("claims.region") : stateName(about));
}

function Withdraw({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const format = useFormat();
  const aboutName = useAboutName();
  const withdraw = useAction(
    () => body(api.POST("/api/claims/{claim_id}/withdrawal", { params: { path: { claim_id: claim.id } } })),
    { refresh: [["claims"]], said: t("claims.withdrawn") });
  const words = { about: aboutName(claim.about), number: format.number(claim.value) };
  return (
    <ConfirmDialog action={withdraw} button={t("claims.withdraw")} title={t("claims.withdraw_title", words)} confirm={t("claims.withdraw")} danger
                   buttonProps={{ size: "sm", "aria-label": t("claims.withdraw_this", { ...words, source: claim.source }) } as object}>
      {t("claims.withdraw_text")}
    </ConfirmDialog>
  );
}

/** All public figures that stand. */
export function ClaimsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const aboutName = useAboutName();
  const { can } = useSession();
  const claims = useQuery({ queryKey: ["claims"], queryFn: () => body(api.GET("/api/public/claims")) });
  if (!claims.data) return <Waiting for={claims} />;
  const mayPublish = can("publish_claim");
  return (
    <Page title={t("claims.title")} lead={t("claims.lead")}
          actions={mayPublish && <ButtonLink to="/claims/new" leftSection={<Icon name="plus" />}>{t("claims.publish")}</ButtonLink>}>
      <DataTable caption={t("claims.title")} rows={claims.data.items} rowKey={({ id }) => id} empty={<Empty title={t("claims.empty")} icon="quote" />} columns={[
        { key: "about", label: t("claims.field.about"), cell: ({ about, part }) => [aboutName(about), part].filter(Boolean).join(", ") },
        { key: "value", label: t("claims.field.value"), cell: ({ value, qualifier }) => t(`claims.said.${qualifier}`, { number: format.number(value) }), numeric: true },
        { key: "as_of", label: t("claims.field.as_of"), cell: ({ as_of }) => format.partialDate(as_of) },
        { key: "definition", label: t("claims.field.definition"), cell: ({ definition }) => definition },
        { key: "source", label: t("claims.field.source"), cell: ({ source, source_url }) => source_url
          ? <Anchor href={source_url} target="_blank" rel="noreferrer" underline="always">{source}</Anchor> : source },
        ...(mayPublish ? [{ key: "withdraw", label: t("claims.field.do"), cell: (claim: Claim) => <Withdraw claim={claim} /> }] : []),
      ]} />
    </Page>
  );
}

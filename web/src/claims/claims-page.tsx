import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { claimsQuery, useDefinition } from "../dashboard/parts";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { ButtonLink, ConfirmDialog, DataTable, Empty, Icon, Page, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";

type Claim = Schemas["Claim"];

const ABOUT = ["region", "kz", "kg", "tj", "tm", "uz"] as const satisfies readonly Claim["about"][];

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

/** The figures about one State or the region. */
function ClaimsTable({ caption, claims, mayPublish }: { caption: string; claims: Claim[]; mayPublish: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const definition = useDefinition();
  return (
    <DataTable caption={caption} rows={claims} rowKey={({ id }) => id} columns={[
      { key: "part", label: t("claims.field.part"), cell: ({ part }) => part || t("claims.whole") },
      { key: "value", label: t("claims.field.value"), cell: ({ value, qualifier }) => t(`claims.said.${qualifier}`, { number: format.number(value) }), numeric: true },
      { key: "as_of", label: t("claims.field.as_of"), cell: ({ as_of }) => format.partialDate(as_of) },
      { key: "definition", label: t("claims.field.definition"), cell: (claim) => definition(claim) },
      { key: "source", label: t("claims.field.source"), cell: ({ source, source_url }) => source_url
        ? <Anchor href={source_url} target="_blank" rel="noreferrer" underline="always">{source}</Anchor> : source },
      ...(mayPublish ? [{ key: "withdraw", label: t("claims.field.do"), cell: (claim: Claim) => <Withdraw claim={claim} /> }] : []),
    ]} />
  );
}

/** All public figures that stand, by whom they are about. */
export function ClaimsPage() {
  const { t } = useTranslation();
  const aboutName = useAboutName();
  const { can } = useSession();
  const [search, setSearch] = useSearchState({ about: "" });
  const claims = useQuery(claimsQuery);
  if (!claims.data) return <Waiting for={claims} />;
  const { items } = claims.data;
  const groups = ABOUT.filter((about) => !search.about || about === search.about)
    .map((about) => ({ about, claims: items.filter((claim) => claim.about === about) })).filter((group) => group.claims.length > 0);
  return (
    <Page title={t("claims.title")} lead={t("claims.lead")}
          actions={can("publish_claim") && <ButtonLink to="/claims/new" leftSection={<Icon name="plus" />}>{t("claims.publish")}</ButtonLink>}>
      <SelectField label={t("claims.filter")} unchosen={t("common.all")} choices={ABOUT.map((value) => ({ value, label: aboutName(value) }))}
                   value={search.about} onChange={(about) => setSearch({ about: about ?? "" })} />
      {groups.map(({ about, claims: shown }) => (
        <Section key={about} title={aboutName(about)}><ClaimsTable caption={aboutName(about)} claims={shown} mayPublish={can("publish_claim")} /></Section>
      ))}
      {groups.length === 0 && <Empty title={t(items.length === 0 ? "claims.empty" : "claims.empty_of")} icon="quote" />}
    </Page>
  );
}

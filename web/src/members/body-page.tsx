import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { DateField, Empty, Facts, Icon, Link, Page, Section, useFormat, useSearchState, Waiting } from "../ui";
import { NamesPart, PlacePart } from "./history-part";
import { EditBody } from "./body-forms";
import classes from "./members.module.css";
import { OfficialsPart } from "./officials-part";
import { bodyQuery, type Body } from "./queries";
import { StandingPart } from "./standing-part";
import { ExpiryBadge, TierBadge } from "./words";
import { Opening } from "../ui/opening";

function About({ one }: { one: Body }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const above = one.parents.filter(({ in_force }) => in_force);
  return (
    <Facts of={[
      { label: t("members.field.tier"), value: <TierBadge tier={one.tier} /> },
      { label: t("members.field.kind"), value: t(`members.kind.${one.kind}`) },
      { label: t("members.field.short_name"), value: one.short_name === one.name ? null : one.short_name },
      { label: t("members.field.country"), value: one.country ? stateName(one.country) : null },
      { label: t("members.stands_under"), value: above.length === 0 ? null
        : above.map(({ id, body }) => <div key={id}><Link to="/members/$code" params={{ code: body.code }}>{body.name}</Link></div>) },
      { label: t("members.field.contact_url"), value: one.contact_url ? <a href={one.contact_url} rel="noreferrer">{one.contact_url}</a> : null },
      { label: t("members.field.note"), value: one.note || null },
      { label: t("members.field.source"), value: one.source || null },
    ]} />
  );
}

function Agreements({ one }: { one: Body }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("agreements.title")}>
      {one.agreements.length === 0 ? <Empty title={t("agreements.none_here")} icon="file" /> : (
        <ul className={classes.list}>
          {one.agreements.map((agreement) => (
            <li key={agreement.id}>
              <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>{agreement.title}</Link>{" "}
              <Text span c="dimmed">{format.partialDate(agreement.signed_on)}</Text> <ExpiryBadge agreement={agreement} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** One State or body: what it is to the Council, its names, its people, its agreements; also as it stood on another day. */
export function BodyPage({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ on: "" });
  const query = useQuery(bodyQuery(code, search.on, i18n.language));
  if (!query.data) return <Waiting for={query} />;
  const one = query.data;
  const now = search.on === "";
  return (
    <Page title={one.name} breadcrumbs={[{ to: "/members", label: t("members.nav") }]}
          lead={now ? undefined : t("members.stood_on", { date: format.longDate(one.on) })}>
      <Section title={t("members.about")} actions={<DateField label={t("members.as_on")} value={search.on || null} onChange={(on) => setSearch({ on: on ?? "" })} />}>
        <About one={one} />
        {now && one.allows.edit && <Opening label={t("common.edit")} variant="default" leftSection={<Icon name="edit" size={18} />}>{(close) => <EditBody one={one} close={close} />}</Opening>}
      </Section>
      <StandingPart one={one} now={now} />
      <OfficialsPart one={one} now={now} />
      <NamesPart one={one} now={now} />
      <PlacePart one={one} now={now} />
      <Agreements one={one} />
    </Page>
  );
}

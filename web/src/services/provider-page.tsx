import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ConfirmDialog, Facts, Opened, Page, Section, StatusBadge, Waiting, useFormat } from "../ui";
import type { Provider } from "./provider-draft";
import { ProviderForm } from "./provider-form";
import { useRegions } from "./regions";
import classes from "./services.module.css";

/** How many places there are for a service, and how many are free. */
export function PlacesOf({ provider, service }: { provider: Provider; service: string }) {
  const { t } = useTranslation();
  const of = provider.places.find((each) => each.service === service);
  if (!of) return <>{t("services.places.unknown")}</>;
  return <>{t("services.places.free_of", { free: of.free ?? 0, count: of.places, period: t(`services.places.${of.period}`) })}</>;
}

function Entry({ provider }: { provider: Provider }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const some = (text: string) => text || null;
  return (
    <Section title={t("services.entry")}>
      {provider.ended && <div><StatusBadge tone="neutral">{t("services.ended")}</StatusBadge></div>}
      <Facts of={[
        { label: t("services.field.kind"), value: t(`services.kind.${provider.kind}`) },
        { label: t("services.field.region"), value: provider.region ? regions.nameOf(provider.region) : t("services.whole_state") },
        { label: t("services.field.district"), value: some(provider.district) },
        { label: t("services.field.address"), value: some(provider.address) },
        { label: t("services.field.hours"), value: some(provider.hours) },
        { label: t("services.field.contact"), value: some(provider.contact) },
        { label: t("services.field.languages"), value: some(provider.languages.map((code) => t(`services.language.${code}`)).join(", ")) },
        { label: t("services.field.signs_in"), value: t(provider.signs_in ? "services.signs_in_yes" : "services.signs_in_no") },
      ]} />
      <ul className={classes.events}>
        {provider.services.map((service) => (
          <li key={service}>{t(`services.catalogue.${service}`)}: <span className={classes.quiet}><PlacesOf provider={provider} service={service} /></span></li>))}
      </ul>
    </Section>
  );
}

function Versions({ versions }: { versions: Schemas["ProviderVersion"][] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("services.versions")}>
      <ul className={classes.events}>
        {versions.map(({ version, changed_at, changed_by, content }) => (
          <li key={version}>{t("services.version", { version, date: format.dayOf(changed_at), name: changed_by })} <span className={classes.quiet}>{String(content.name)}</span></li>))}
      </ul>
    </Section>
  );
}

/** One provider: its entry, who changed it, and the form that changes it. */
export function ProviderPage({ providerId }: { providerId: string }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const path = { params: { path: { provider_id: providerId } } };
  const query = useQuery({ queryKey: ["providers", providerId], queryFn: () => body(api.GET("/api/providers/{provider_id}", path)) });
  const end = useAction(() => body(api.POST("/api/providers/{provider_id}/end", { ...path, body: { version: query.data?.provider.version ?? 0 } })),
    { refresh: [["providers"]], said: t("common.saved") });
  if (!query.data) return <Waiting for={query} />;
  const { provider, versions, may_change } = query.data;
  const open = may_change && !provider.ended && !editing;
  return (
    <Page title={provider.name} breadcrumbs={[{ to: "/providers", label: t("services.providers") }]} actions={open && (
      <>
        <Button onClick={() => setEditing(true)}>{t("services.change")}</Button>
        <ConfirmDialog action={end} button={t("services.end")} title={t("services.end_title")} confirm={t("services.end")}>{t("services.end_text")}</ConfirmDialog>
      </>)}>
      {editing ? <Section title={t("services.change")}><Opened><ProviderForm provider={provider} close={() => setEditing(false)} /></Opened></Section>
        : <Entry provider={provider} />}
      <Versions versions={versions} />
    </Page>
  );
}

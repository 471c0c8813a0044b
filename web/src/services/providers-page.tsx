import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { ButtonLink, CheckField, DataTable, Empty, Icon, Link, Opened, Page, Section, SelectField, Waiting, useSearchState } from "../ui";
import { LANGUAGES } from "./provider-draft";
import { ProviderForm } from "./provider-form";
import { PlacesOf } from "./provider-page";
import { useRegions } from "./regions";
import { useServiceChoices } from "./service-choices";
import classes from "./services.module.css";

function Providers() {
  const { t } = useTranslation();
  const regions = useRegions();
  const [search, setSearch] = useSearchState({ service: "", region: "", language: "", free: "" });
  const query = {
    ...(search.service && { service: search.service }), ...(search.region && { region: search.region }),
    ...(search.language && { language: search.language }), ...(search.free && { free: true }),
  };
  const providers = useList(["providers", query], (cursor) => body(api.GET("/api/providers", { params: { query: { ...query, cursor } } })));
  const services = useServiceChoices();
  return (
    <>
      <div className={classes.filters}>
        <SelectField label={t("services.filter.service")} unchosen={t("common.all")} choices={services} value={search.service}
                     onChange={(service) => setSearch({ service: service ?? "" })} />
        <SelectField label={t("services.filter.region")} unchosen={t("common.all")} choices={regions.choices} value={search.region}
                     onChange={(region) => setSearch({ region: region ?? "" })} />
        <SelectField label={t("services.filter.language")} unchosen={t("common.all")} value={search.language}
                     choices={LANGUAGES.map((code) => ({ value: code, label: t(`services.language.${code}`) }))}
                     onChange={(language) => setSearch({ language: language ?? "" })} />
        <CheckField label={t("services.filter.free")} checked={search.free !== ""} onChange={({ currentTarget }) => setSearch({ free: currentTarget.checked ? "yes" : "" })} />
      </div>
      {!providers.data ? <Waiting for={providers} /> : (
        <DataTable
          caption={t("services.providers")} rows={providers.items} rowKey={({ id }) => id} more={providers}
          columns={[
            { key: "name", label: t("services.field.name"), cell: ({ id, name }) => <Link to="/providers/$providerId" params={{ providerId: id }}>{name}</Link> },
            { key: "kind", label: t("services.field.kind"), cell: ({ kind }) => t(`services.kind.${kind}`) },
            { key: "region", label: t("services.field.region"), cell: ({ region }) => (region ? regions.nameOf(region) : t("services.whole_state")) },
            { key: "services", label: t("services.field.services"), cell: (one) => (
              <ul className={classes.events}>
                {one.services.map((code) => (
                  <li key={code}>{t(`services.catalogue.${code}`)} <span className={classes.quiet}><PlacesOf provider={one} service={code} /></span></li>))}
              </ul>) },
          ]}
          empty={<Empty icon="services" title={t("services.empty")} hint={t("services.empty_hint")} />}
        />)}
    </>
  );
}

/** Who delivers services here. A coordinator adds to them. */
export function ProvidersPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t("services.providers")} lead={t("services.lead")}
          actions={!adding && <>
            {can("manage_providers") && <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>{t("services.add")}</Button>}
            <ButtonLink variant="default" to="/service-terms">{t("services.terms.title")}</ButtonLink>
          </>}>
      {adding && <Section title={t("services.new")}><Opened><ProviderForm close={() => setAdding(false)} /></Opened></Section>}
      <Providers />
    </Page>
  );
}

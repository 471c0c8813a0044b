import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useSession } from "../session/session";
import { DataTable, Empty, Icon, Opened, Page, Section, SelectField, Waiting, useSearchState } from "../ui";
import { ProviderForm } from "./provider-form";
import { useRegions } from "./regions";
import { useServiceChoices } from "./service-choices";
import classes from "./services.module.css";

function Providers() {
  const { t } = useTranslation();
  const regions = useRegions();
  const [search, setSearch] = useSearchState({ service: "", region: "" });
  const query = { ...(search.service && { service: search.service }), ...(search.region && { region: search.region }) };
  const providers = useQuery({ queryKey: ["providers", query], queryFn: () => body(api.GET("/api/providers", { params: { query } })) });
  const services = useServiceChoices();
  return (
    <>
      <div className={classes.filters}>
        <SelectField label={t("services.filter.service")} unchosen={t("common.all")} choices={services} value={search.service}
                     onChange={(service) => setSearch({ service: service ?? "" })} />
        <SelectField label={t("services.filter.region")} unchosen={t("common.all")} choices={regions.choices} value={search.region}
                     onChange={(region) => setSearch({ region: region ?? "" })} />
      </div>
      {!providers.data ? <Waiting for={providers} /> : (
        <DataTable
          caption={t("services.providers")} rows={providers.data.items} rowKey={({ id }) => id}
          columns={[
            { key: "name", label: t("services.field.name"), cell: ({ name }) => name },
            { key: "kind", label: t("services.field.kind"), cell: ({ kind }) => t(`services.kind.${kind}`) },
            { key: "region", label: t("services.field.region"), cell: ({ region }) => (region ? regions.nameOf(region) : t("services.whole_state")) },
            { key: "services", label: t("services.field.services"), cell: (one) => one.services.map((code) => t(`services.catalogue.${code}`)).join(", ") },
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
          actions={can("manage_providers") && !adding && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>{t("services.add")}</Button>)}>
      {adding && <Section title={t("services.new")}><Opened><ProviderForm close={() => setAdding(false)} /></Opened></Section>}
      <Providers />
    </Page>
  );
}

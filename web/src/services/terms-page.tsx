import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, Empty, Opened, Page, Section, Waiting } from "../ui";
import { TermsForm, termsQuery, type Terms } from "./terms-form";

/** What each service needs before it is ordered and after it was given, and what a receiver sees of a person. */
export function TermsPage() {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<string | null>(null);
  const query = useQuery(termsQuery);
  if (!query.data) return <Waiting for={query} />;
  const { terms, fields, may_change } = query.data;
  const one = terms.find(({ service }) => service === changing);
  const before = ({ needs_approval, on_request }: Terms) => [
    needs_approval && t("services.terms.needs_approval"), on_request && t("services.terms.on_request")].filter(Boolean).join(". ") || t("services.terms.nothing");
  return (
    <Page title={t("services.terms.title")} lead={t("services.terms.lead")} breadcrumbs={[{ to: "/providers", label: t("services.providers") }]}>
      {one && (
        <Section title={t(`services.catalogue.${one.service}`)}>
          <Opened key={one.service}><TermsForm terms={one} known={fields} close={() => setChanging(null)} /></Opened>
        </Section>)}
      <DataTable<Terms>
        caption={t("services.terms.title")} rows={terms} rowKey={({ service }) => service}
        columns={[
          { key: "service", label: t("services.filter.service"), cell: ({ service }) => t(`services.catalogue.${service}`) },
          { key: "before", label: t("services.terms.before"), cell: before },
          { key: "outcome", label: t("services.terms.outcome"), cell: ({ outcome_after_days }) => t("services.terms.days", { count: outcome_after_days }) },
          { key: "fields", label: t("services.terms.fields"), cell: (row) => row.fields.map((field) => t(`referrals.field.${field}`)).join(", ") },
          ...(may_change && !one ? [{ key: "change", label: t("services.terms.change"), cell: ({ service }: Terms) => (
            <Button size="sm" variant="default" aria-label={t("services.terms.change_named", { service: t(`services.catalogue.${service}`) })}
                    onClick={() => setChanging(service)}>{t("services.terms.change")}</Button>) }] : []),
        ]}
        empty={<Empty icon="services" title={t("services.terms.title")} hint={t("services.terms.lead")} />}
      />
    </Page>
  );
}

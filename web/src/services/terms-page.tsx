import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, Empty, Opened, Page, Section, useFormat, Waiting } from "../ui";
import { TermsForm, termsQuery, type Terms } from "./terms-form";

/** What each service needs before it is ordered and after it was given, and what a receiver sees of a person. */
export function TermsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [changing, setChanging] = useState<string | null>(null);
  const query = useQuery(termsQuery);
  if (!query.data) return <Waiting for={query} />;
  const { terms, fields, may_change } = query.data;
  const one = terms.find(({ service }) => service === changing);
  const yes = (value: boolean) => t(value ? "services.terms.yes" : "services.terms.no");
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
          { key: "approval", label: t("services.terms.needs_approval"), cell: ({ needs_approval }) => yes(needs_approval) },
          { key: "request", label: t("services.terms.on_request"), cell: ({ on_request }) => yes(on_request) },
          { key: "outcome", label: t("services.terms.outcome_after_days"), cell: ({ outcome_after_days }) => format.number(outcome_after_days), numeric: true },
          { key: "fields", label: t("services.terms.fields"), cell: (row) => row.fields.map((field) => t(`referrals.field.${field}`)).join(", ") },
          ...(may_change ? [{ key: "change", label: t("services.terms.change"), cell: ({ service }: Terms) => (
            <Button size="sm" variant="default" disabled={changing !== null} aria-label={t("services.terms.change_named", { service: t(`services.catalogue.${service}`) })}
                    onClick={() => setChanging(service)}>{t("services.terms.change")}</Button>) }] : []),
        ]}
        empty={<Empty icon="services" title={t("services.terms.title")} hint={t("services.terms.lead")} />}
      />
    </Page>
  );
}

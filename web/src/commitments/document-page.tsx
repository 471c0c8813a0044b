import { Anchor, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMemberStates, useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { Papers } from "../papers/papers";
import { useSession } from "../session/session";
import { DataTable, Empty, Facts, Opening, Page, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { Clause } from "./clause";
import { ClauseForm } from "./clause-forms";
import { DocumentForm } from "./documents-page";
import { documentQuery, PILLARS, STATUSES, type DocumentPageData } from "./queries";

/** How many clauses stand where, State by State in the order of their names: it rates nobody. */
function RollUp({ data }: { data: DocumentPageData }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const all = useMemberStates();
  const states = data.document.state ? [data.document.state] : all;
  const count = (state: string, status?: string) => data.commitments.filter(({ actions }) => {
    const action = actions.find((each) => each.state === state);
    return status ? action?.status === status : !action;
  }).length;
  return (
    <DataTable caption={t("commitments.by_state")} rows={states} rowKey={(state) => state} columns={[
      { key: "state", label: t("commitments.field.state"), cell: stateName },
      ...STATUSES.map((status) => ({ key: status, label: t(`commitments.status.${status}`), cell: (state: string) => count(state, status), numeric: true })),
      { key: "none", label: t("commitments.status.none"), cell: (state: string) => count(state), numeric: true },
    ]} />
  );
}

/** One document, clause by clause, and what each State says it does. Open to all where the document is. */
export function DocumentPage({ documentId }: { documentId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const { can } = useSession();
  const member = can("read_council");
  const [search, setSearch] = useSearchState({ pillar: "" });
  const query = useQuery(documentQuery(documentId, member));
  if (!query.data) return <Waiting for={query} />;
  const { document, commitments } = query.data;
  const shown = commitments.filter(({ pillar }) => !search.pillar || pillar === search.pillar);
  return (
    <Page title={two(document.title_en, document.title_ru)} lead={t(`commitments.kind.${document.kind}`)} breadcrumbs={[{ to: "/commitments", label: t("commitments.nav") }]}
          actions={member && <Button component="a" variant="default" href={`/api/commitment-documents/${documentId}/csv`} download>{t("commitments.csv")}</Button>}>
      <Section title={t("commitments.about")}>
        <Facts of={[
          { label: t("commitments.field.adopted_on"), value: format.partialDate(document.adopted_on) },
          { label: t("commitments.field.expires_on"), value: document.expires_on ? format.longDate(document.expires_on) : null },
          { label: t("commitments.field.source"), value: document.source },
          { label: t("commitments.field.link"), value: document.link ? <Anchor href={document.link} rel="noreferrer external" underline="always">{document.link}</Anchor> : null },
        ]} />
        {commitments.length > 0 && <RollUp data={query.data} />}
        {document.allows.edit && <Opening label={t("commitments.change_document")} variant="default" size="sm" leftSection={null}>
          {(close) => <DocumentForm key={document.version} states={[document.state]} before={document} close={close} />}</Opening>}
      </Section>
      <SelectField label={t("commitments.field.pillar")} unchosen={t("common.all")} value={search.pillar || null} onChange={(pillar) => setSearch({ pillar: pillar ?? "" })}
                   choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} />
      {shown.map((commitment) => (
        <div key={commitment.id} id={`clause-${commitment.id}`}><Clause commitment={commitment} data={query.data} member={member} /></div>))}
      {shown.length === 0 && <Empty title={t("commitments.no_clauses")} icon="check" />}
      {document.allows.edit && <Opening label={t("commitments.add_clause")}>{(close) => <Section title={t("commitments.add_clause")}><ClauseForm documentId={documentId} close={close} /></Section>}</Opening>}
      {member && <Papers of="commitment_document" id={documentId} mayAdd={document.allows.edit} />}
    </Page>
  );
}

import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { BodySelect } from "./body-select";
import classes from "./members.module.css";
import type { Agreement } from "./queries";
import { ExpiryBadge } from "./words";
import { ButtonLink, DataTable, DateField, Empty, Icon, Link, Page, SearchField, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { AGREEMENT_KINDS } from "./agreement-kinds";

/** What bodies agreed between them, newest first. */
export function AgreementsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ q: "", kind: "", body: "", on: "" });
  const language = i18n.language;
  const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ""));
  const member = useSession().can("read_council");
  const agreements = useList(["agreements", "list", search, language, member], (cursor) => {
    const params = { query: { ...asked, language, cursor } };
    return member ? body(api.GET("/api/agreements", { params })) : body(api.GET("/api/public/agreements", { params }));
  });
  return (
    <Page title={t("agreements.title")} lead={t("agreements.lead")} actions={agreements.first?.may_add &&
      <ButtonLink to="/agreements/new" leftSection={<Icon name="plus" />}>{t("agreements.add")}</ButtonLink>}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} className={classes.filters}>
        <SearchField label={t("common.search")} value={search.q} onSearch={(q) => setSearch({ q })} />
        <SelectField label={t("agreements.field.kind")} unchosen={t("common.all")} value={search.kind} onChange={(kind) => setSearch({ kind: kind ?? "" })}
                     choices={AGREEMENT_KINDS.map((kind) => ({ value: kind, label: t(`agreements.kind.${kind}`) }))} />
        {member && <BodySelect label={t("agreements.field.party")} value={search.body || null} onChange={(code) => setSearch({ body: code ?? "" })} />}
        <DateField label={t("agreements.in_force_on")} value={search.on || null} onChange={(on) => setSearch({ on: on ?? "" })} />
      </SimpleGrid>
      {!agreements.data ? <Waiting for={agreements} /> : (
        <DataTable caption={t("agreements.title")} rows={agreements.items as Agreement[]} rowKey={({ id }) => id} more={agreements}
                   empty={<Empty title={t("agreements.nothing")} icon="file" />} columns={[
          { key: "title", label: t("agreements.field.title"), cell: ({ id, title }) => <Link to="/agreements/$agreementId" params={{ agreementId: id }}>{title}</Link> },
          { key: "kind", label: t("agreements.field.kind"), cell: ({ kind }) => t(`agreements.kind.${kind}`) },
          { key: "parties", label: t("agreements.field.parties"), cell: ({ parties }) => parties.map(({ name }) => name).join(", ") },
          { key: "signed_on", label: t("agreements.field.signed_on"), cell: ({ signed_on }) => format.partialDate(signed_on) },
          { key: "state", label: t("agreements.field.standing"), cell: (agreement) => <ExpiryBadge agreement={agreement} /> },
        ]} />
      )}
    </Page>
  );
}

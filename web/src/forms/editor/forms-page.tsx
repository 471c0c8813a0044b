import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../../api/node";
import { useList } from "../../api/queries";
import { CheckField, DataTable, Empty, Icon, Link, Opened, Page, Section, StatusBadge, useFormat, useSearchState, Waiting } from "../../ui";
import { say } from "../engine/definition";
import { FORM_TONES } from "./form-data";
import { ImportForm, NewForm } from "./new-form";

/** All forms, for those who make them. */
export function FormsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ retired: "" });
  const [opened, open] = useState<"new" | "import" | null>(null);
  const forms = useList(["forms", "list", search], (cursor) =>
    body(api.GET("/api/forms", { params: { query: { ...(search.retired && { retired: true }), cursor } } })));
  if (!forms.data) return <Waiting for={forms} />;
  const close = () => open(null);
  return (
    <Page title={t("forms.title")} lead={t("forms.lead")} breadcrumbs={[{ to: "/", label: t("common.home") }]}
          actions={forms.first?.allows.create && <>
            <Button leftSection={<Icon name="plus" />} onClick={() => open("new")}>{t("forms.new.button")}</Button>
            <Button variant="default" leftSection={<Icon name="upload" />} onClick={() => open("import")}>{t("forms.import.button")}</Button>
          </>}>
      {opened === "new" && <Section title={t("forms.new.button")}><Opened><NewForm close={close} /></Opened></Section>}
      {opened === "import" && <Opened><ImportForm close={close} /></Opened>}
      <CheckField label={t("forms.show_retired")} checked={search.retired !== ""} onChange={(event) => setSearch({ retired: event.currentTarget.checked ? "1" : "" })} />
      <DataTable caption={t("forms.title")} rows={forms.items} rowKey={({ id }) => id} more={forms} empty={<Empty title={t("forms.empty")} hint={t("forms.empty_hint")} />}
                 columns={[
                   { key: "title", label: t("forms.form"), cell: ({ id, title }) => <Link to="/forms/$formId" params={{ formId: id }}>{say(title, i18n.language) || id}</Link> },
                   { key: "state", label: t("forms.state_label"), cell: ({ published, retired_at }) =>
                     retired_at ? <StatusBadge tone="neutral">{t("forms.out_of_use")}</StatusBadge>
                       : published !== undefined ? <StatusBadge tone={FORM_TONES.published}>{t("forms.version_in_use", { version: published })}</StatusBadge> : "–" },
                   { key: "draft", label: t("forms.in_the_making"), cell: ({ draft }) => (draft === undefined ? "–" : t("forms.version", { version: draft })) },
                   { key: "since", label: t("forms.since"), cell: ({ published_at }) => (published_at ? format.dayOf(published_at) : "–") },
                   { key: "questions", label: t("forms.questions_label"), cell: ({ questions }) => format.number(questions), numeric: true },
                 ]} />
    </Page>
  );
}

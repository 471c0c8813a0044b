import { Anchor, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../../api/node";
import { useAction } from "../../api/queries";
import { ActionButton, ConfirmDialog, Empty, Page, Section, StatusBadge, useFormat, useSearchState, Waiting } from "../../ui";
import { say } from "../engine/definition";
import classes from "../forms.module.css";
import { DraftEditor } from "./draft-editor";
import { FieldList } from "./field-list";
import { FORM_TONES, useFormOf, versionQuery } from "./form-data";
import { TryForm } from "./try-form";

type FormOf = Schemas["Form"];

function Versions({ form, shown, show }: { form: FormOf; shown: number; show: (version: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const staff = ({ name, id }: Schemas["FormStaff"]) => (id ? name : t("forms.shipped"));
  return (
    <ul className={classes.list}>
      {form.versions.map(({ version, state, created_by, created_at, published_by, published_at }) => (
        <li key={version} className={classes.item}>
          <div className={classes.line}>
            <button type="button" className={classes.way} aria-pressed={version === shown} onClick={() => show(version)}>{t("forms.version", { version })}</button>
            <StatusBadge tone={FORM_TONES[state]}>{t(`forms.form_state.${state}`)}</StatusBadge>
          </div>
          <div className={classes.line}>
            <span className={classes.quiet}>
              {published_at && published_by ? t("forms.published_by", { name: staff(published_by), date: format.dayOf(published_at) }) : t("forms.begun_by", { name: staff(created_by), date: format.dayOf(created_at) })}
            </span>
            <Anchor underline="always" href={`/api/forms/${form.id}/versions/${version}/xlsform`} download>{t("forms.export", { version })}</Anchor>
          </div>
        </li>))}
    </ul>
  );
}

/** A version to be read; it can be tried too. */
function ReadVersion({ formId, version }: { formId: string; version: number }) {
  const { t } = useTranslation();
  const query = useQuery({ ...versionQuery(formId, version), staleTime: Infinity });
  if (!query.data) return <Waiting for={query} />;
  const { definition } = query.data;
  return (
    <>
      <Section title={t("forms.editor.fields")}>
        <p className={classes.quiet}>{t("forms.never_changes")}</p>
        <FieldList definition={definition} />
      </Section>
      <TryForm definition={definition} />
    </>
  );
}

function Draft({ formId, version, inUse }: { formId: string; version: number; inUse: number | undefined }) {
  // What is being written is never taken from under the editor: read once, then only what a save gives.
  const query = useQuery({ ...versionQuery(formId, version), queryKey: ["forms-draft", formId, version], staleTime: Infinity, gcTime: 0 });
  if (!query.data) return <Waiting for={query} />;
  if (query.data.state !== "draft") return <ReadVersion formId={formId} version={version} />;
  return <DraftEditor version={query.data} inUse={inUse} />;
}

/** One form: its versions, and the editor of the one in the making. */
export function FormPage({ formId }: { formId: string }) {
  const { t, i18n } = useTranslation();
  const query = useFormOf(formId);
  const [search, setSearch] = useSearchState({ version: "" });
  const form = query.data;
  const start = useAction(() => body(api.POST("/api/forms/{form_id}/versions", { params: { path: { form_id: formId } } })),
    { refresh: [["forms"]], done: () => setSearch({ version: "" }) });
  const retire = useAction(() => body(api.POST("/api/forms/{form_id}/retirement", { params: { path: { form_id: formId } } })),
    { refresh: [["forms"]], said: t("forms.retire.said") });
  if (!form) return <Waiting for={query} />;
  const draft = form.versions.find(({ state }) => state === "draft");
  const inUse = form.versions.find(({ state }) => state === "published");
  const shown = form.versions.find(({ version }) => String(version) === search.version) ?? draft ?? inUse ?? form.versions[0];
  return (
    <Page title={say(form.title, i18n.language) || form.id} lead={<code>{form.id}</code>} breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/forms", label: t("forms.title") }]}
          actions={<>
            {form.allows.start_version && <ActionButton action={start}>{t("forms.start_version")}</ActionButton>}
            {form.allows.retire && (
              <ConfirmDialog action={retire} button={t("forms.retire.button")} title={t("forms.retire.title")} confirm={t("forms.retire.do")}>{t("forms.retire.text")}</ConfirmDialog>)}
          </>}>
      {form.retired_at && <Group><StatusBadge tone="neutral">{t("forms.out_of_use")}</StatusBadge></Group>}
      <details className={classes.fold} open={form.versions.length < 4 || undefined}>
        <summary>{t("forms.versions", { count: form.versions.length })}</summary>
        <Versions form={form} shown={shown?.version ?? 0} show={(version) => setSearch({ version: String(version) })} />
      </details>
      {!shown ? <Empty title={t("forms.no_versions")} />
        : shown.state === "draft" ? <Draft key={shown.version} formId={formId} version={shown.version} inUse={inUse?.version} />
          : <ReadVersion key={shown.version} formId={formId} version={shown.version} />}
    </Page>
  );
}

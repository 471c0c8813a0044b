import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ButtonLink, Form, Page, Waiting } from "../ui";
import { fullName } from "./choices";
import { detailsOf, namesOf, PersonFields, usePersonForm, type PersonDraft } from "./person-form";
import { personQuery, type Person } from "./person-page";

/** The change as the API takes it; empty texts say that something is not known. */
function patchOf(draft: PersonDraft, version: number): Schemas["PersonPatch"] {
  const route = (draft.entry_route ?? "other") as Schemas["EntryRoute"];
  return {
    version, names: namesOf(draft), sex: (draft.sex ?? "unknown") as Schemas["Sex"], born_on: draft.born_on ?? "", details: detailsOf(draft),
    entry_route: route, stage_id: route === "operation" ? draft.stage_id ?? "" : "", arrived_on: draft.arrived_on ?? "", region: draft.region ?? "",
    district: draft.district, relationship: draft.relationship ?? "",
  };
}

function EditForm({ person }: { person: Person }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = usePersonForm(person);
  const params = { personId: person.id };
  const save = useAction(
    (draft: PersonDraft) => body(api.PATCH("/api/persons/{person_id}", { params: { path: { person_id: person.id } }, body: patchOf(draft, person.version) })),
    {
      refresh: [["people", person.id], ["register"], ["families"]], said: t("common.saved"),
      done: () => navigate({ to: "/people/$personId", params } as never),
    });
  return (
    <Form form={form} action={save} submit={t("common.save")}
          beside={<ButtonLink to="/people/$personId" params={params} variant="default">{t("common.cancel")}</ButtonLink>}>
      <PersonFields form={form} />
    </Form>
  );
}

/** Changes a person's record. A colleague's change in the meantime is never overwritten. */
export function EditPersonPage({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const person = useQuery(personQuery(personId));
  if (!person.data) return <Waiting for={person} />;
  const [main] = person.data.names;
  return (
    <Page title={t("people.form.edit_title")} lead={t("people.form.name_hint")}
          breadcrumbs={[{ to: "/people", label: t("people.nav.register") }, { to: "/people/$personId", params: { personId }, label: main ? fullName(main) : person.data.code }]}>
      <EditForm person={person.data} key={person.data.version} />
    </Page>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ButtonLink, Form, Page, Waiting } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import { fullName } from "./choices";
import { detailsOf, draftOf, namesOf, PersonFields, usePersonForm, type PersonDraft } from "./person-form";
import { PersonMeanwhile } from "./person-meanwhile";
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
  // What the writer began with; the page may hold a newer one by now.
  const [base, setBase] = useState(person);
  const params = { personId: person.id };
  const save = useAction(
    (draft: PersonDraft) => body(api.PATCH("/api/persons/{person_id}", { params: { path: { person_id: person.id } }, body: patchOf(draft, base.version) })),
    {
      refresh: [["people", person.id], ["register"], ["families"]], said: t("common.saved"),
      done: () => navigate({ to: "/people/$personId", params } as never),
    });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const newest = useQuery({ ...personQuery(person.id), queryKey: ["people", person.id, "meanwhile"], enabled: meanwhile, staleTime: 0, gcTime: 0 });
  useUnsaved(meanwhile);
  if (meanwhile) {
    const theirs = newest.data;
    if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
    const goOn = (merged: PersonDraft) => {
      form.setValues(merged);
      setBase(theirs);
      save.reset();
    };
    return <PersonMeanwhile base={draftOf(base)} mine={form.getValues()} theirs={draftOf(theirs)} goOn={goOn} />;
  }
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
      <EditForm person={person.data} key={person.data.id} />
    </Page>
  );
}

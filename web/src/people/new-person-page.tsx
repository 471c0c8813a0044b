import { Anchor, Button, List } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, Page, Section } from "../ui";
import { useBirthDate } from "./birth-date";
import { detailsOf, namesOf, PersonFields, usePersonForm, type PersonDraft } from "./person-form";

type Lookalike = Schemas["Lookalike"];

function inputOf(draft: PersonDraft): Schemas["PersonInput"] {
  const route = (draft.entry_route ?? "other") as Schemas["EntryRoute"];
  return {
    names: namesOf(draft), sex: (draft.sex ?? "unknown") as Schemas["Sex"], details: detailsOf(draft), entry_route: route, district: draft.district,
    ...(draft.born_on ? { born_on: draft.born_on } : {}), ...(route === "operation" && draft.stage_id ? { stage_id: draft.stage_id } : {}),
    ...(draft.arrived_on ? { arrived_on: draft.arrived_on } : {}), ...(draft.region ? { region: draft.region } : {}),
    ...(draft.relationship ? { relationship: draft.relationship } : {}),
  };
}

/** Those who may be the person already, to be opened in a tab of their own. */
function Lookalikes({ found }: { found: Lookalike[] }) {
  const { t } = useTranslation();
  const born = useBirthDate();
  return (
    <Section title={t("people.form.lookalikes")}>
      <p role="status">{t("people.form.lookalikes_hint")}</p>
      <List spacing="xs">
        {found.map(({ person }) => (
          <List.Item key={person.id}>
            <Anchor href={`/people/${person.id}`} target="_blank" rel="noreferrer" underline="always">{person.name}</Anchor>{`, ${born(person.born_on, person.age)}, ${person.code}`}
          </List.Item>))}
      </List>
    </Section>
  );
}

/** Adds somebody by hand. Who resembles them in the register is shown before. */
export function NewPersonPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = usePersonForm();
  const [found, setFound] = useState<Lookalike[] | null>(null);
  const create = useAction(
    (draft: PersonDraft) => body(api.POST("/api/persons", { body: inputOf(draft) })),
    {
      refresh: [["register"], ["duplicates"]], said: t("people.form.added"),
      done: (person) => navigate({ to: "/people/$personId", params: { personId: person.id } } as never),
    });
  const check = useAction(async (draft: PersonDraft) => {
    const { names, sex, born_on } = inputOf(draft);
    const { items } = await body(api.POST("/api/register/lookalikes", { body: { names, sex, ...(born_on ? { born_on } : {}) } }));
    setFound(items);
    if (items.length === 0) await create.run(draft);
  });
  const asked = found !== null && found.length > 0;
  const problem = create.problem ?? check.problem;
  return (
    <Page title={t("people.form.new_title")} lead={t("people.form.new_lead")} breadcrumbs={[{ to: "/people", label: t("people.nav.register") }]}>
      <Form form={form} action={{ ...check, pending: check.pending || create.pending, problem }} submit={t("people.form.check")}
            beside={asked && <Button variant="default" loading={create.pending} onClick={() => void create.run(form.getValues())}>{t("people.form.add_anyway")}</Button>}>
        <PersonFields form={form} />
        {asked && <Lookalikes found={found} />}
      </Form>
    </Page>
  );
}

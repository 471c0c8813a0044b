import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { DataTable, Link, Page, Waiting } from "../ui";
import { useBirthDate } from "./birth-date";
import { useNames } from "./choices";
import { StepBadge } from "./step-badge";

/** A family: its members, who heads it, how far the work with each has come. */
export function FamilyPage({ familyId }: { familyId: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const born = useBirthDate();
  const family = useQuery({
    queryKey: ["families", familyId],
    queryFn: () => body(api.GET("/api/families/{family_id}", { params: { path: { family_id: familyId } } })),
  });
  if (!family.data) return <Waiting for={family} />;
  const { code, members, hidden, stage_id } = family.data;
  // The head first: the others are read by what they are to the head.
  const inOrder = [...members].sort((a, b) => Number(b.head) - Number(a.head));
  const lead = [names.stage(stage_id), t("people.family.members", { count: members.length + hidden })].filter(Boolean).join(", ");
  return (
    <Page title={t("people.family.title", { code })} lead={lead} breadcrumbs={[{ to: "/people", label: t("people.nav.register") }]}>
      <DataTable
        caption={t("people.family.caption")} rows={inOrder} rowKey={({ person }) => person.id}
        columns={[
          { key: "name", label: t("people.field.name"), cell: ({ person }) => <Link to="/people/$personId" params={{ personId: person.id }} fw={600}>{person.name}</Link> },
          {
            key: "relationship", label: t("people.field.relationship_short"),
            cell: ({ head, relationship }) => (head ? t("people.relationship.head") : names.relationship(relationship) ?? t("common.unknown")),
          },
          { key: "born_on", label: t("people.field.born_on"), cell: ({ person }) => born(person.born_on, person.age) },
          { key: "sex", label: t("people.field.sex"), cell: ({ person }) => t(`common.sex.${person.sex}`) },
          { key: "step", label: t("people.field.step"), cell: ({ person }) => <StepBadge step={person.step} /> },
        ]} />
      {hidden > 0 && <Text c="dimmed">{t("people.family.hidden", { count: hidden })}</Text>}
    </Page>
  );
}

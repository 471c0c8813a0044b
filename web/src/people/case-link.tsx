import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, ButtonLink, Section } from "../ui";

type Person = Schemas["Person"];

function OpenCase({ person }: { person: Person }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = { params: { path: { person_id: person.id } } };
  const open = useAction(() => body(api.POST("/api/persons/{person_id}/case", path)), {
    refresh: [["people", person.id], ["register"], ["tasks"]],
    done: (file) => navigate({ to: "/cases/$caseId", params: { caseId: file.id } } as never),
  });
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600}>{t("people.person.no_case")}</Text>
        <Text c="dimmed">{t("people.person.no_case_hint")}</Text>
      </div>
      <ActionButton action={open}>{t("people.person.open_case")}</ActionButton>
    </Group>
  );
}

function ToCase({ person }: { person: Person }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["cases", "of-person", person.id],
    queryFn: () => body(api.GET("/api/persons/{person_id}/case", { params: { path: { person_id: person.id } } })),
  });
  const caseId = found.data?.case_id;
  return caseId ? <div><ButtonLink to="/cases/$caseId" params={{ caseId }}>{t("people.person.to_case")}</ButtonLink></div> : null;
}

/** The way from a person to the case file, or to opening one; nothing for readers who may do neither. */
export function CaseLink({ person }: { person: Person }) {
  const { t } = useTranslation();
  if (!person.allows.open_case && !person.allows.read_case) return null;
  return <Section title={t("people.person.case")}>{person.allows.open_case ? <OpenCase person={person} /> : <ToCase person={person} />}</Section>;
}

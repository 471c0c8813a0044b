import { Group, SimpleGrid, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, ConfirmDialog, Page, RadioField, Section, Waiting } from "../ui";
import { fullName, useNames } from "./choices";
import { SideBySide, type Side } from "./side-by-side";

type Person = Schemas["Person"];
type Decision = { decision: "same" | "different"; keep?: string };

function useSide() {
  const names = useNames();
  return (person: Person): Side => ({
    title: person.code, names: person.names.map(fullName), sex: person.sex, bornOn: person.born_on, age: person.age, personId: person.id,
    facts: {
      family: [person.family?.code, names.relationship(person.relationship)].filter(Boolean).join(", "),
      document: person.documents.map(({ kind, number }) => [names.kind(kind), number].filter(Boolean).join(" ")).join("; "),
      region: names.region(person.region) ?? "",
    },
  });
}

/** The record with the case file stays; else the older one is offered. */
const offered = ({ a, b }: Schemas["Duplicate"]) => (a.step === "none" && b.step !== "none" ? b.id : a.id);

function Decide({ pair }: { pair: Schemas["Duplicate"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [keep, setKeep] = useState(offered(pair));
  const decide = (values: Decision) =>
    body(api.POST("/api/duplicates/{duplicate_id}/decision", { params: { path: { duplicate_id: pair.id } }, body: values }));
  const after = (said: string) => ({
    said, refresh: [["register"], ["people"], ["families"]], done: () => navigate({ to: "/duplicates" } as never),
  });
  const same = useAction(() => decide({ decision: "same", keep }), after(t("people.duplicates.joined")));
  const different = useAction(() => decide({ decision: "different" }), after(t("people.duplicates.kept_apart")));
  const choices = [pair.a, pair.b].map((person) => ({ value: person.id, label: `${person.code}: ${fullName(person.names[0] ?? { family: "", given: "", patronymic: "" })}` }));
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={t("people.duplicates.same")}>
        <RadioField label={t("people.duplicates.keep")} value={keep} onChange={(value) => value && setKeep(value)} choices={choices} />
        <Group>
          <ConfirmDialog action={same} button={t("people.duplicates.join")} title={t("people.duplicates.same")} confirm={t("people.duplicates.join")}>
            {t("people.duplicates.keep_hint")}
          </ConfirmDialog>
        </Group>
      </Section>
      <Section title={t("people.duplicates.different")}>
        <Text c="dimmed">{t("people.duplicates.different_hint")}</Text>
        <ActionButton action={different} variant="default">{t("people.duplicates.different")}</ActionButton>
      </Section>
    </SimpleGrid>
  );
}

/** Two records side by side: one person, or two? */
export function DuplicatePage({ duplicateId }: { duplicateId: string }) {
  const { t } = useTranslation();
  const side = useSide();
  const pair = useQuery({
    queryKey: ["duplicates", duplicateId],
    queryFn: () => body(api.GET("/api/duplicates/{duplicate_id}", { params: { path: { duplicate_id: duplicateId } } })),
  });
  if (!pair.data) return <Waiting for={pair} />;
  return (
    <Page title={t("people.duplicates.pair_title")} breadcrumbs={[{ to: "/duplicates", label: t("people.nav.duplicates") }]}>
      <Section title={t("people.duplicates.side_caption")}>
        <SideBySide a={side(pair.data.a)} b={side(pair.data.b)} reasons={pair.data.reasons} />
      </Section>
      {pair.data.state === "open" ? <Decide pair={pair.data} /> : <Text role="status">{t("people.duplicates.decided")}</Text>}
    </Page>
  );
}

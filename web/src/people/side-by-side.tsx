import { Group, List, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable, Link } from "../ui";
import { useBirthDate } from "./birth-date";

/** One of two records that are compared. */
export interface Side {
  title: string;
  names: string[];
  sex: string;
  bornOn: string | undefined;
  age?: number;
  personId?: string;
  facts: { family: string; document: string; region: string };
}

/** Two records beside each other, with why it is asked whether they are one person. */
export function SideBySide({ a, b, reasons }: { a: Side; b: Side; reasons: string[] }) {
  const { t } = useTranslation();
  const born = useBirthDate();
  const orNone = (text: string) => text || t("common.unknown");
  const lines: { label: string; of: (side: Side) => React.ReactNode }[] = [
    {
      label: t("people.field.name"), of: ({ names, personId }) => (
        <Stack gap={2}>{names.map((name, i) => (i === 0 && personId
          ? <Link key={name} to="/people/$personId" params={{ personId }}>{name}</Link> : <span key={name}>{name}</span>))}</Stack>),
    },
    { label: t("people.field.born_on"), of: ({ bornOn, age }) => born(bornOn, age) },
    { label: t("people.field.sex"), of: ({ sex }) => t(`common.sex.${sex}`) },
    { label: t("people.field.family"), of: ({ facts }) => orNone(facts.family) },
    { label: t("people.field.document"), of: ({ facts }) => orNone(facts.document) },
    { label: t("people.field.region"), of: ({ facts }) => orNone(facts.region) },
  ];
  return (
    <Stack gap="sm">
      <DataTable
        caption={t("people.duplicates.side_caption")} rows={lines} rowKey={({ label }) => label}
        columns={[
          { key: "what", label: t("people.duplicates.compared"), cell: ({ label }) => label },
          { key: "a", label: a.title, cell: ({ of }) => of(a) },
          { key: "b", label: b.title, cell: ({ of }) => of(b) },
        ]} />
      <Group gap="xs" align="flex-start">
        <Text fw={600}>{t("people.duplicates.why")}</Text>
        <List>{reasons.map((reason) => <List.Item key={reason}>{t(`people.likeness.${reason}`)}</List.Item>)}</List>
      </Group>
    </Stack>
  );
}

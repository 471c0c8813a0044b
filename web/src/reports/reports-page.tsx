import { Group, SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { sessionQuery, useSession } from "../session/session";
import { DataTable, Empty, Form, Link, NumberField, Opening, Page, Section, SelectField, StatusBadge, useFormat, Waiting } from "../ui";
import { reportsQuery } from "./queries";

const FIRST_YEAR = 2019;
interface Draft { year: number; language: string }

function NewReport({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const thisYear = new Date().getUTCFullYear();
  const form = useForm<Draft>({ initialValues: { year: thisYear, language: "en" } });
  const draft = useAction(({ year, language }: Draft) => body(api.POST("/api/reports", { body: { year, language: language as "en" | "ru" } })), {
    refresh: [["reports"]], done: ({ id }) => navigate({ to: `/reports/${id}` } as never) });
  return (
    <Section title={t("reports.new")}>
      <Form form={form} action={draft} submit={t("reports.draw")} close={close}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NumberField label={t("reports.field.year")} required min={FIRST_YEAR} max={thisYear} {...form.getInputProps("year")} />
          <SelectField label={t("reports.field.language")} unchosen={null} required {...form.getInputProps("language")}
                       choices={["en", "ru"].map((value) => ({ value, label: t(`reports.language.${value}`) }))} />
        </SimpleGrid>
      </Form>
    </Section>
  );
}

/** Annual reports, newest year first. Open to all. */
export function ReportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const known = useQuery(sessionQuery).data !== undefined;
  const query = useQuery({ ...reportsQuery(can("read_council")), enabled: known });
  if (!query.data) return <Waiting for={query} />;
  return (
    <Page title={t("reports.title")} lead={t("reports.lead")}>
      {query.data.may_draft && <Opening label={t("reports.new")}>{(close) => <NewReport close={close} />}</Opening>}
      <DataTable caption={t("reports.title")} rows={query.data.items} rowKey={({ id }) => id} empty={<Empty title={t("reports.empty")} icon="chart" />} columns={[
        { key: "title", label: t("reports.field.title"), cell: ({ id, title }) => <Link to="/reports/$reportId" params={{ reportId: id }}>{title}</Link> },
        { key: "year", label: t("reports.field.year"), cell: ({ year }) => String(year), numeric: true },
        { key: "language", label: t("reports.field.language"), cell: ({ language }) => t(`reports.language.${language}`) },
        { key: "edition", label: t("reports.field.edition"), cell: ({ edition }) => edition, numeric: true },
        { key: "state", label: t("reports.field.state"), cell: ({ state, released_at, example }) => (
          <Group gap="xs">
            <StatusBadge tone={state === "released" ? "good" : "waiting"}>{t(`reports.state.${state}`)}</StatusBadge>
            {example && <StatusBadge tone="info">{t("reports.example")}</StatusBadge>}
            {released_at && format.dayOf(released_at)}
          </Group>) },
      ]} />
    </Page>
  );
}

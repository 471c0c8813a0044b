import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { asProblem } from "../api/problem";
import { useAction } from "../api/queries";
import { useDays } from "../i18n/days";
import { usePaperLanguage, useTwo } from "../i18n/two";
import { Empty, Facts, Form, Link, Page, Section, StatusBadge, TextField, useFormat, Waiting } from "../ui";

const check = (code: string, language: "en" | "ru", name?: string) =>
  body(api.GET("/api/public/certificates/{code}", { params: { path: { code }, query: { language, name } } }));

/** Asks for the code on the paper. Open to all. */
export function CheckCertificatePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { code: "" } });
  const go = useAction(async ({ code }: { code: string }) => {
    await navigate({ to: "/certificates/$code", params: { code: code.replace(/[\s-]/g, "").toUpperCase() } } as never);
  });
  return (
    <Page title={t("trainings.check.title")} lead={t("trainings.check.lead")}>
      <Section title={t("trainings.check.code")}>
        <Form asks={false} form={form} action={go} submit={t("trainings.check.go")}>
          <TextField label={t("trainings.check.code")} description={t("trainings.check.code_hint")} required maxLength={40} autoComplete="off" {...form.getInputProps("code")} />
        </Form>
      </Section>
    </Page>
  );
}

function NameCheck({ code, language }: { code: string; language: "en" | "ru" }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ name: string; matches: boolean } | null>(null);
  const form = useForm({ initialValues: { name: "" } });
  const compare = useAction(async ({ name }: { name: string }) => setAsked({ name, matches: (await check(code, language, name)).name_matches ?? false }));
  // An answer stands only beside the name that it is about.
  const answer = asked?.name === form.values.name ? asked : null;
  return (
    <Section title={t("trainings.check.name_title")}>
      <Form asks={false} form={form} action={compare} submit={t("trainings.check.compare")}>
        <TextField label={t("trainings.check.name")} description={t("trainings.check.name_hint")} required maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
      </Form>
      <div role="status">
        {answer && (answer.matches
          ? <StatusBadge tone="good">{t("trainings.check.name_matches")}</StatusBadge>
          : <StatusBadge tone="urgent">{t("trainings.check.name_differs")}</StatusBadge>)}
      </div>
    </Section>
  );
}

/** What the register says of one certificate. The name is not shown: whoever checks has it on paper and asks. */
export function CertificatePage({ code }: { code: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const days = useDays();
  const language = usePaperLanguage();
  const query = useQuery({ queryKey: ["certificate", code, language], queryFn: () => check(code, language) });
  if (query.error && asProblem(query.error).status === 404) {
    return (
      <Page title={t("trainings.check.unknown")}>
        <Empty title={t("trainings.check.unknown_hint")} icon="alert" />
        <Link to="/certificates">{t("trainings.check.again")}</Link>
      </Page>
    );
  }
  if (!query.data) return <Waiting for={query} />;
  const found = query.data;
  return (
    <Page title={found.valid ? t("trainings.check.valid") : t("trainings.check.revoked")} lead={two(found.title_en, found.title_ru)}>
      <Section title={t("trainings.check.says")} actions={found.valid
        ? <StatusBadge tone="good">{t("trainings.check.valid_badge")}</StatusBadge> : <StatusBadge tone="urgent">{t("trainings.check.revoked_badge")}</StatusBadge>}>
        <Facts of={[
          { label: t("trainings.check.code"), value: (found.code.match(/.{4}/g) ?? []).join("-") },
          { label: t("trainings.field.course"), value: two(found.title_en, found.title_ru) },
          { label: t("trainings.field.days"), value: days(found) },
          { label: t("trainings.field.place"), value: found.place || null },
          { label: t("trainings.field.hours"), value: String(found.hours) },
          { label: t("trainings.field.host"), value: found.host_name },
          { label: t("trainings.check.issued_on"), value: format.longDate(found.issued_on) },
          { label: t("trainings.check.revoked_on"), value: found.revoked_on ? format.longDate(found.revoked_on) : null },
        ]} />
      </Section>
      <NameCheck code={code} language={language} />
    </Page>
  );
}

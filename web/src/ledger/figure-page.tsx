import { Fieldset, SimpleGrid, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useReleaseWords } from "../i18n/release-words";
import { useMemberStates, useStateName } from "../i18n/states";
import { ButtonLink, CheckField, DateField, Form, NumberField, Page, RadioField, Section, SelectField, TextField, Waiting } from "../ui";

type Headlines = Schemas["HeadlineList"];
interface Draft {
  indicator: string | null;
  whom: "reached" | "everybody";
  reference_date: string | null;
  states: Record<string, boolean>;
  value: number | null;
  source: string;
}

/** reaches: tells those who were reached from all of whom it asks */
interface Counted {
  indicator: string;
  version: number;
  population: string;
  reaches: boolean;
}

/** What the States count, each definition once: a figure must be of one of these. */
function counted(headlines: Headlines): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const { indicators } of headlines.items) {
    for (const { indicator, version, population, reached } of indicators) {
      found.set(`${indicator}@${String(version)}`, { indicator, version, population, reaches: reached !== undefined });
    }
  }
  return found;
}

/** Adds a public figure over several States to the ledger. It is audited before it stands anywhere. */
export function FigurePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useReleaseWords();
  const stateName = useStateName();
  const states = useMemberStates();
  const headlines = useQuery({ queryKey: ["headlines"], queryFn: () => body(api.GET("/api/public/headlines")) });
  const form = useForm<Draft>({ initialValues: { indicator: null, whom: "reached", reference_date: null, states: {}, value: null, source: "" } });
  const add = useAction((draft: Draft) => {
    const of = counted(headlines.data ?? { items: [] }).get(draft.indicator ?? "");
    return body(api.POST("/api/ledger/figures", { body: {
      definition: { indicator: of?.indicator ?? "", version: of?.version ?? 1 }, population: of?.population ?? "",
      reference_date: draft.reference_date ?? "", categories: of?.reaches && draft.whom === "reached" ? { [`outcome.${of.indicator}`]: "reached" } : {}, value: draft.value ?? 0, source: draft.source,
      states: states.filter((state) => draft.states[state]).map((state) => state.toUpperCase()).sort(),
    } }));
  }, { refresh: [["ledger"]], said: t("ledger.figure.added"), done: () => navigate({ to: "/ledger" } as never) });
  if (!headlines.data) return <Waiting for={headlines} />;
  const chosen = counted(headlines.data).get(form.values.indicator ?? "");
  const { numerator, denominator } = words.definition(chosen?.indicator ?? "");
  const choices = [...counted(headlines.data)].map(([value, { indicator }]) => ({ value, label: words.indicator(indicator) }));
  return (
    <Page title={t("ledger.figure.add")} lead={t("ledger.figure.lead")} breadcrumbs={[{ to: "/ledger", label: t("ledger.nav") }]}>
      <Section title={t("ledger.figure.what")}>
        <Form form={form} action={add} submit={t("ledger.figure.submit")} beside={<ButtonLink to="/ledger" variant="default">{t("common.cancel")}</ButtonLink>}>
          <SelectField label={t("ledger.field.indicators")} required choices={choices} {...form.getInputProps("indicator")} />
          {chosen?.reaches && (
            <RadioField label={t("ledger.figure.whom")} required choices={[
              { value: "reached", label: `${t("ledger.figure.reached")}: ${numerator}` },
              { value: "everybody", label: `${t("ledger.figure.everybody")}: ${denominator}` },
            ]} {...form.getInputProps("whom")} />)}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <DateField label={t("ledger.field.reference_date")} required {...form.getInputProps("reference_date")} />
            <NumberField label={t("ledger.field.value")} required min={0} allowDecimal={false} {...form.getInputProps("value")} />
          </SimpleGrid>
          <Fieldset legend={t("ledger.field.states")}>
            <Stack gap="xs">
              {states.map((state) => <CheckField key={state} label={stateName(state)} {...form.getInputProps(`states.${state}`, { type: "checkbox" })} />)}
            </Stack>
          </Fieldset>
          <TextField label={t("ledger.field.source")} required maxLength={500} {...form.getInputProps("source")} />
        </Form>
      </Section>
    </Page>
  );
}

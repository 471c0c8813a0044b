import { SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, Link, Section, SelectField } from "../ui";

const FIRST_YEAR = 2019;

/** The last day of a year, or today while it lasts. */
const lastDay = (year: string, now: string) => (now.startsWith(year) ? now : `${year}-12-31`);

/** Counts a year as a new draft, and leads to it. */
export function PrepareForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = today();
  const thisYear = Number(now.slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => String(thisYear - i));
  const form = useForm({ initialValues: { year: String(thisYear), reference_date: now as string | null } });
  const prepare = useAction(
    (values: typeof form.values) => body(api.POST("/api/returns", {
      body: { year: Number(values.year), reference_date: values.reference_date ?? "" },
    })),
    {
      refresh: [["returns"]],
      done: ({ id }) => navigate({ to: "/returns/$returnId", params: { returnId: id } } as never),
    });
  const chooseYear = (year: string | null) => {
    if (year) form.setValues({ year, reference_date: lastDay(year, now) });
  };
  return (
    <Section title={t("statistics.prepare.title")}>
      <Text>{t("statistics.prepare.hint")}</Text>
      <Form form={form} action={prepare} submit={t("statistics.prepare.submit")}
            beside={<Link to="/returns/definitions" search={{ year: form.values.year }}>{t("statistics.definitions.link", { year: form.values.year })}</Link>}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField label={t("statistics.field.year")} required unchosen={null} choices={years.map((year) => ({ value: year, label: year }))}
                       {...form.getInputProps("year")} onChange={chooseYear} />
          <DateField label={t("statistics.field.reference_date")} description={t("statistics.prepare.date_hint")} required
                     min={`${form.values.year}-01-01`} max={lastDay(form.values.year, now)} {...form.getInputProps("reference_date")} />
        </SimpleGrid>
      </Form>
    </Section>
  );
}

import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, Link, Section, SelectField, TextArea } from "../ui";
import { ChooseTables } from "./choose-tables";
import type { Chosen } from "./chosen";
import { isStopped, Stopped, Underway, useTicket } from "./underway";

const FIRST_YEAR = 2019;
const LONGEST_REASON = 500;

/** The last day of a year, or today while it lasts. */
const lastDay = (year: string, now: string) => (now.startsWith(year) ? now : `${year}-12-31`);

/** Counts a year as a new draft, and leads to it. `returns`: those that are there; one that is out is corrected, and it is said why. */
export function PrepareForm({ returns }: { returns: Schemas["ReturnLine"][] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ticket = useTicket();
  const now = today();
  const thisYear = Number(now.slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => String(thisYear - i));
  const [choosing, setChoosing] = useState(false);
  // Each year has definitions of its own, and so a choice of its own.
  const [chosenOf, setChosenOf] = useState<Readonly<Record<string, Chosen>>>({});
  const form = useForm({
    initialValues: { year: String(thisYear), reference_date: now as string | null, reason: "" }, onValuesChange: () => { forgetStopped(); },
  });
  const chosen = chosenOf[form.values.year] ?? null;
  const corrects = returns.some(({ year, state }) => String(year) === form.values.year && state === "released");
  const prepare = useAction(
    (values: typeof form.values) => body(api.POST("/api/returns", {
      params: { query: { ticket } },
      body: {
        year: Number(values.year), reference_date: values.reference_date ?? "", ...(corrects ? { reason: values.reason } : {}), ...(chosen ? { tables: chosen } : {}),
      },
    })),
    {
      refresh: [["returns"]],
      done: ({ id }) => navigate({ to: "/returns/$returnId", params: { returnId: id } } as never),
    });
  const stopped = isStopped(prepare.problem);
  const forgetStopped = () => { if (stopped) prepare.reset(); };
  const chooseYear = (year: string | null) => {
    if (!year) return;
    form.setValues({ year, reference_date: lastDay(year, now) });
  };
  const choose = (tables: Chosen) => {
    setChosenOf((before) => ({ ...before, [form.values.year]: tables }));
    forgetStopped();
  };
  return (
    <Section title={t("statistics.prepare.title")}>
      <Text>{t("statistics.prepare.hint")}</Text>
      <Form form={form} action={stopped ? { ...prepare, problem: null } : prepare} submit={t("statistics.prepare.submit")}
            beside={<Link to="/returns/definitions" search={{ year: form.values.year }}>{t("statistics.definitions.link", { year: form.values.year })}</Link>}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField label={t("statistics.field.year")} required unchosen={null} choices={years.map((year) => ({ value: year, label: year }))}
                       {...form.getInputProps("year")} onChange={chooseYear} />
          <DateField label={t("statistics.field.reference_date")} description={t("statistics.prepare.date_hint")} required
                     min={`${form.values.year}-01-01`} max={lastDay(form.values.year, now)} {...form.getInputProps("reference_date")} />
        </SimpleGrid>
        {corrects && (
          <TextArea label={t("statistics.prepare.reason")} description={t("statistics.prepare.reason_hint")} required limit={LONGEST_REASON}
                    {...form.getInputProps("reason")} />)}
        <details onToggle={({ currentTarget }) => { setChoosing(currentTarget.open); }}>
          <summary>{t("statistics.choose.title")}</summary>
          {choosing && (
            <Stack mt="sm">
              <ChooseTables key={form.values.year} year={form.values.year} referenceDate={form.values.reference_date ?? ""} last={returns.find(({ year }) => String(year) === form.values.year)?.id}
                            chosen={chosen} choose={choose} />
            </Stack>)}
        </details>
        {isStopped(prepare.problem) && <Stopped problem={prepare.problem} />}
        {prepare.pending && <Underway ticket={ticket} words={t("statistics.prepare.underway")} />}
      </Form>
    </Section>
  );
}

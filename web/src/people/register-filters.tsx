import { Button, Group, SimpleGrid } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { readableCode } from "../i18n/release-words";
import { useSession } from "../session/session";
import { Icon, SelectField, type Choice } from "../ui";
import { useChoices, type Choices } from "./choices";
import { AGE_BANDS, isNarrowed, NO_FILTERS, type Filters } from "./filters";

const STEPS = ["none", "opened", "assessed", "plan_draft", "plan_submitted", "plan_approved", "in_service", "follow_up", "closure_proposed", "closed"];

/** Each operation as a whole, then its stages. An operation of one entry is offered once. */
function operationChoices(stages: Choices["stages"], whole: (name: string) => string): Choice[] {
  const operations = [...new Set(stages.map(({ operation }) => operation))];
  return operations.flatMap((operation) => {
    const own = stages.filter((stage) => stage.operation === operation);
    const single = own.map(({ id, name }) => ({ value: `stage:${id}`, label: name }));
    if (own.length === 1) return single;
    return [{ value: operation, label: whole(readableCode(operation)) }, ...single];
  });
}

/** The choices that narrow the register. On a phone they stand behind a button. */
export function RegisterFilters({ filters, change }: { filters: Filters; change: (part: Partial<Filters>) => void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const choices = useChoices().data;
  const wide = useMediaQuery("(min-width: 48em)") ?? true;
  const [opened, { toggle }] = useDisclosure(isNarrowed(filters));
  const select = (name: keyof Filters, label: string, all: string, items: Choice[]) => (
    <SelectField label={label} unchosen={all} choices={items} value={filters[name]} onChange={(value) => change({ [name]: value ?? "" })} />
  );
  const workers = [
    { value: "me", label: t("people.register.mine") }, { value: "nobody", label: t("people.register.nobody") },
    ...(choices?.workers ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div>
      {!wide && (
        <Button variant="default" fullWidth leftSection={<Icon name="table" />} aria-expanded={opened} onClick={toggle}>
          {t("people.register.filters")}
        </Button>)}
      {(wide || opened) && (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 6 }} mt={wide ? 0 : "sm"} spacing="sm">
          {select("operation", t("people.field.operation"), t("people.register.all_operations"),
            operationChoices(choices?.stages ?? [], (name) => t("people.register.whole_operation", { name })))}
          {select("step", t("people.field.step"), t("people.register.all_steps"), STEPS.map((step) => ({ value: step, label: t(`people.step.${step}`) })))}
          {can("assign_person") && select("region", t("people.field.region"), t("people.register.all_regions"),
            (choices?.regions ?? []).map(({ id, name }) => ({ value: id, label: name })))}
          {select("sex", t("people.field.sex"), t("people.register.all_sexes"),
            ["female", "male", "unknown"].map((sex) => ({ value: sex, label: t(`common.sex.${sex}`) })))}
          {select("age", t("people.field.age"), t("people.register.all_ages"), AGE_BANDS.map((band) => ({ value: band, label: t(`people.age_band.${band}`) })))}
          {can("assign_person") && select("worker", t("people.field.worker"), t("people.register.all_workers"), workers)}
        </SimpleGrid>)}
      {isNarrowed(filters) && (
        <Group mt="sm">
          <Button variant="subtle" size="sm" leftSection={<Icon name="cross" size={16} />} onClick={() => change(NO_FILTERS)}>{t("people.register.clear")}</Button>
        </Group>)}
    </div>
  );
}

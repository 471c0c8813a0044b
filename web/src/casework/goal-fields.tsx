import { Button, Fieldset, Group, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { DateField, Icon, focusOn, SelectField, TextArea, TextField, type Choice } from "../ui";
import { DOMAINS } from "./case-data";
import classes from "./casework.module.css";
import { isEmpty, newService, type Draft } from "./plan-draft";

/** Removes a row; the keyboard goes to what is around it, since the button goes with the row. */
const removing = (remove: () => void) => (event: MouseEvent<HTMLButtonElement>) => {
  focusOn(event.currentTarget.closest("fieldset")?.parentElement?.closest<HTMLElement>("fieldset, form"));
  remove();
};

interface ServiceFieldsProps {
  form: UseFormReturnType<Draft>;
  /** `goals.0.services.1` */
  at: string;
  number: number;
  services: Choice[];
  remove: () => void;
}

function ServiceFields({ form, at, number, services, remove }: ServiceFieldsProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t("casework.plan.service_number", { number })} variant="unstyled">
      <div className={classes.pair}>
        <SelectField label={t("casework.plan.service")} choices={services} {...form.getInputProps(`${at}.service`)} />
        <DateField label={t("casework.plan.wanted_by")} {...form.getInputProps(`${at}.due_on`)} />
        <TextField label={t("casework.plan.service_note")} maxLength={4000} {...form.getInputProps(`${at}.note`)} />
      </div>
      <Button mt="xs" size="sm" variant="subtle" leftSection={<Icon name="cross" size={16} />} onClick={removing(remove)}>
        {t("casework.plan.remove_service", { number })}
      </Button>
    </Fieldset>
  );
}

/** One goal: the domain, what is to be reached, by when, and the services that help. */
export function GoalFields({ form, index, services, remove }:
  { form: UseFormReturnType<Draft>; index: number; services: Choice[]; remove: () => void }) {
  const { t } = useTranslation();
  const at = `goals.${index}`;
  const goal = form.values.goals[index];
  const required = goal !== undefined && !isEmpty(goal);
  const domains = DOMAINS.map((domain) => ({ value: domain, label: t(`casework.domain.${domain}`) }));
  return (
    <Fieldset legend={t("casework.plan.goal_number", { number: index + 1 })}>
      <Stack gap="md">
        <div className={classes.pair}>
          <SelectField label={t("casework.plan.domain")} required={required} choices={domains} {...form.getInputProps(`${at}.domain`)} />
          <DateField label={t("casework.plan.goal_by")} {...form.getInputProps(`${at}.due_on`)} />
        </div>
        <TextArea label={t("casework.plan.goal")} description={t("casework.plan.goal_hint")} required={required} limit={4000}
                  minRows={2} {...form.getInputProps(`${at}.text`)} />
        {goal?.services.map((service, i) => (
          <ServiceFields key={service.key} form={form} at={`${at}.services.${i}`} number={i + 1} services={services}
                         remove={() => form.removeListItem(`${at}.services`, i)} />))}
        <Group>
          <Button size="sm" variant="default" leftSection={<Icon name="plus" size={16} />}
                  onClick={() => form.insertListItem(`${at}.services`, newService())}>{t("casework.plan.add_service")}</Button>
          <Button size="sm" variant="subtle" leftSection={<Icon name="cross" size={16} />} onClick={removing(remove)}>
            {t("casework.plan.remove_goal", { number: index + 1 })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

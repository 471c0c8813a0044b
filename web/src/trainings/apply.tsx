import { SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { BodySelect } from "../members/parts";
import { useSession } from "../session/session";
import { Form, SelectField, TextField } from "../ui";
import { AFFECTED } from "./queries";

type Trainee = Schemas["Trainee"];
const NEW = "new";

/** Applies for somebody: one who was sent before, or a new person. */
export function Apply({ trainingId }: { trainingId: string }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const { session } = useSession();
  const own = session?.account.member ?? "";
  const trainees = useQuery({ queryKey: ["trainees"], queryFn: () => body(api.GET("/api/trainees", { params: { query: {} } })) });
  const [chosen, setChosen] = useState<string | null>(NEW);
  const form = useForm({ initialValues: { member: own, name: "", employer: "", role: "" } });
  const apply = useAction(async (values: Schemas["TraineeInput"]) => {
    const trainee: Pick<Trainee, "id"> = chosen && chosen !== NEW ? { id: chosen } : await body(api.POST("/api/trainees", { body: values }));
    await body(api.POST("/api/trainings/{training_id}/applications", { params: { path: { training_id: trainingId } }, body: { trainee_id: trainee.id } }));
  }, { refresh: [...AFFECTED, ["trainees"]], said: t("trainings.apply.done"), done: () => { form.reset(); setChosen(NEW); } });
  const isNew = chosen === NEW || !chosen;
  const choices = [{ value: NEW, label: t("trainings.apply.new") }, ...(trainees.data?.items ?? []).map(({ id, name, employer, member }) =>
    ({ value: id, label: own ? `${name}, ${employer}` : `${name}, ${employer} (${stateName(member)})` }))];
  return (
    <Form form={form} action={apply} submit={t("trainings.apply.send")}>
      <Text size="sm">{t("trainings.apply.lead")}</Text>
      <SelectField label={t("trainings.apply.who")} unchosen={null} choices={choices} value={chosen ?? NEW} onChange={setChosen} />
      {isNew && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {!own && <BodySelect label={t("trainings.field.sent_by")} required {...form.getInputProps("member")} />}
          <TextField label={t("trainings.apply.name")} description={t("trainings.apply.name_hint")} required maxLength={200} {...form.getInputProps("name")} />
          <TextField label={t("trainings.apply.employer")} required maxLength={200} {...form.getInputProps("employer")} />
          <TextField label={t("trainings.apply.role")} maxLength={200} {...form.getInputProps("role")} />
        </SimpleGrid>)}
    </Form>
  );
}

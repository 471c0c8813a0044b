import { Checkbox, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction, type Done } from "../api/queries";
import { useTopicChoices } from "../i18n/topics";
import { CheckField, Form, NumberField, RadioField, SelectField, TextArea, TextField, Waiting } from "../ui";
import classes from "./notices.module.css";
import { CHANGED, MARKINGS, URGENCIES, useAddressees, type Marking, type Notice, type Side } from "./queries";
import { labelOf, TlpBanner, useSideName } from "./words";

interface Draft {
  topic: string | null;
  urgency: string | null;
  marking: Marking | null;
  addressees: string[];
  title: string;
  text: string;
  hours: number | null;
  no_person: boolean;
}

/** A correction starts from what it corrects. */
function draftOf(notice?: Notice): Draft {
  if (!notice) return { topic: null, urgency: "routine", marking: "amber_strict", addressees: [], title: "", text: "", hours: null, no_person: false };
  const { topic, urgency, marking, title, text, addressees } = notice;
  return { topic, urgency, marking, title, text, hours: null, no_person: false, addressees: addressees.map(({ code }) => code) };
}

function Addressees({ sides, value, onChange, error }: { sides: Side[]; value?: string[]; onChange?: (value: string[]) => void; error?: React.ReactNode }) {
  const { t } = useTranslation();
  const sideName = useSideName();
  return (
    <Checkbox.Group label={t("notices.field.addressees")} description={t("notices.field.addressees_hint")} required value={value} onChange={onChange} error={error}>
      <div className={classes.choices}>
        {sides.map((side) => <Checkbox key={side.code} value={side.code} label={sideName(side)} />)}
      </div>
    </Checkbox.Group>
  );
}

/** Writes a notice, or another in the place of one. */
export function NoticeForm({ corrects, done }: { corrects?: Notice; done: Done<Notice> }) {
  const { t, i18n } = useTranslation();
  const topics = useTopicChoices();
  const sides = useAddressees(i18n.language);
  const form = useForm<Draft>({ initialValues: draftOf(corrects) });
  const send = useAction(({ topic, urgency, marking, hours, ...draft }: Draft) => {
    const values = { ...draft, topic: topic ?? "", urgency: urgency ?? "", marking: marking ?? "", ...(hours === null ? {} : { hours }) };
    return corrects ? body(api.POST("/api/notices/{notice_id}/correction", { params: { path: { notice_id: corrects.id } }, body: values }))
      : body(api.POST("/api/notices", { body: values }));
  }, { refresh: CHANGED, said: t("notices.sent"), done });
  const { marking, urgency } = form.values;
  const red = urgency === "red" || marking === "red";
  if (!sides.data) return <Waiting for={sides} />;
  return (
    <Form form={form} action={send} submit={t("notices.send")}>
      <Text className={classes.text}>{t("notices.of_groups")}</Text>
      <Addressees sides={sides.data.items} {...form.getInputProps("addressees")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("notices.field.topic")} required choices={topics}
                     {...form.getInputProps("topic")} />
        <SelectField label={t("notices.field.marking")} required unchosen={null} choices={MARKINGS.map((each) => ({ value: each, label: labelOf(each) }))}
                     {...form.getInputProps("marking")} />
      </SimpleGrid>
      {marking && <TlpBanner marking={marking} />}
      <RadioField label={t("notices.field.urgency")} required choices={URGENCIES.map((each) => ({ value: each, label: t(`notices.urgency_choice.${each}`) }))}
                  {...form.getInputProps("urgency")} />
      <NumberField label={t("notices.field.hours")} description={t(red ? "notices.field.hours_red" : "notices.field.hours_hint")} min={1} max={336}
                   allowDecimal={false} {...form.getInputProps("hours")} />
      <TextField label={t("notices.field.title")} description={t("notices.field.title_hint")} required maxLength={200} {...form.getInputProps("title")} />
      <TextArea label={t("notices.field.text")} description={t("notices.field.text_hint")} required limit={4000} minRows={6} {...form.getInputProps("text")} />
      <CheckField label={t("notices.field.no_person")} description={t("notices.field.no_person_hint")} required
                  {...form.getInputProps("no_person", { type: "checkbox" })} />
    </Form>
  );
}

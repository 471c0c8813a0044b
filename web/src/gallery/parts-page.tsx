import { Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Problem } from "../api/problem";
import { useAction } from "../api/queries";
import {
  ActionButton, CheckField, ConfirmDialog, DataTable, DateField, Empty, Facts, FileDrop, Form, Link, NumberField, Page, PartialDateField,
  ProblemNotice, RadioField, Section, SelectField, StatusBadge, Steps, TextArea, TextField, Timeline, useFormat, type Tone,
} from "../ui";

const TONES: Tone[] = ["neutral", "info", "good", "waiting", "warning", "urgent"];
const CHOICES = [{ value: "housing", label: "Housing" }, { value: "school", label: "School" }];
const ROWS = [
  { id: "1", name: "Sample family A", born: "2016~", children: 3, state: "Plan approved" },
  { id: "2", name: "Sample family B", born: "2011-05", children: 12, state: "Waiting for approval" },
];

function SampleForm() {
  const save = useAction(async (values: { title: string }) => {
    if (values.title === "bad") throw new Problem(422, "json.wrong_type", "title");
    if (values.title === "down") throw new Problem(0, "network");
  }, { said: "Saved." });
  const form = useForm({
    initialValues: {
      title: "", note: "", domain: null as string | null, second: null as string | null, count: null as number | null, on: null as string | null,
      born_on: null as string | null, agreed: false, way: null as string | null, file: null as File | null,
    },
  });
  return (
    <Form form={form} action={save} submit="Save">
      <TextField label="Title" required {...form.getInputProps("title")} />
      <TextArea label="Note" limit={200} {...form.getInputProps("note")} />
      <SelectField label="Domain" choices={CHOICES} required {...form.getInputProps("domain")} />
      <SelectField label="Domain, searched" choices={CHOICES} searchable {...form.getInputProps("second")} />
      <NumberField label="Count" min={1} max={20} {...form.getInputProps("count")} />
      <DateField label="Visit on" required {...form.getInputProps("on")} />
      <PartialDateField label="Born" {...form.getInputProps("born_on")} />
      <RadioField label="Way" choices={CHOICES} {...form.getInputProps("way")} />
      <CheckField label="The person agreed" {...form.getInputProps("agreed", { type: "checkbox" })} />
      <FileDrop label="List of arrivals" description="XLSX or CSV" kinds={[".xlsx", ".csv"]} {...form.getInputProps("file")} />
    </Form>
  );
}

function SampleTable() {
  const format = useFormat();
  return (
    <DataTable
      caption="Families" rows={ROWS} rowKey={(row) => row.id} more={{ hasMore: true, loadingMore: false, loadMore: () => {} }}
      columns={[
        { key: "name", label: "Name", cell: (row) => <Link to="/">{row.name}</Link> },
        { key: "born", label: "Born", cell: (row) => format.partialDate(row.born) },
        { key: "children", label: "Children", cell: (row) => format.number(row.children), numeric: true },
        { key: "state", label: "State", cell: (row) => <StatusBadge tone="waiting">{row.state}</StatusBadge> },
      ]}
      footer={["All", "", format.number(15), ""]}
    />
  );
}

/** Every part that is not a picture. */
export function PartsPage() {
  const approve = useAction(async () => { throw new Problem(409, "access.not_yours"); });
  const close = useAction(async () => {});
  return (
    <Page title="Parts" lead="A sentence under the title." breadcrumbs={[{ to: "/", label: "Home" }]}
          actions={<><ActionButton action={approve}>Approve</ActionButton>
            <ConfirmDialog action={close} button="Close" title="Close the case file?" confirm="Close the case file">It can be opened again.</ConfirmDialog></>}>
      <Steps label="Where the case stands" current="plan"
             steps={["Arrive", "Assess", "Plan", "Approve", "Serve"].map((label) => ({ key: label.toLowerCase(), label }))} />
      <Group>{TONES.map((tone) => <StatusBadge key={tone} tone={tone}>{tone}</StatusBadge>)}</Group>
      <ProblemNotice problem={new Problem(409, "")} retry={() => {}} />
      <Section title="A table"><SampleTable /></Section>
      <Section title="Facts"><Facts of={[{ label: "Operation", value: "Mehr" }, { label: "Date", value: "14.05.2024" }, { label: "None", value: null }]} /></Section>
      <Section title="A form"><SampleForm /></Section>
      <Section title="What happened">
        <Timeline entries={[{ key: "1", when: "14.05.2024", title: "Plan submitted" }, { key: "2", when: "15.05.2024", title: "Plan approved", content: "With thanks." }]} />
      </Section>
      <Stack><Empty title="No visits yet" hint="A visit appears here once it is recorded." /></Stack>
    </Page>
  );
}

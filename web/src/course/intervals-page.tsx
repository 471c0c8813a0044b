import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mergeEdits } from "../api/merge";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { useSession } from "../session/session";
import { DataTable, Empty, Form, Meanwhile, NumberField, Opened, Page, Section, TextField, useFormat, Waiting } from "../ui";
import { useUnsaved } from "../ui/unsaved";

type Interval = Schemas["Interval"];
interface Values { value: number | null; source: string }
type Place = keyof Values;
const PLACES: readonly Place[] = ["value", "source"];
const query = { queryKey: ["intervals"], queryFn: () => body(api.GET("/api/intervals")) };
const valuesOf = ({ value, source }: Interval): Values => ({ value, source: source ?? "" });

/** "14 days", "3 months". */
function useLong() {
  const { t } = useTranslation();
  return (value: number, unit: Interval["unit"]) => t(unit === "months" ? "course.intervals.months" : "course.intervals.days", { count: value });
}

/** Another number, and the decision it rests on. */
function SetInterval({ interval, close }: { interval: Interval; close: () => void }) {
  const { t } = useTranslation();
  const long = useLong();
  const [base, setBase] = useState(interval);
  const form = useForm<Values>({ initialValues: valuesOf(interval) });
  const save = useAction(({ value, source }: Values) => body(api.PUT("/api/intervals/{name}", {
    params: { path: { name: base.name } }, body: { value: Number(value ?? 0), source: source.trim(), version: base.version } })),
  { refresh: [["intervals"], ["tasks"]], said: t("common.saved"), done: close });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const newest = useQuery({ ...query, queryKey: ["intervals", "meanwhile"], enabled: meanwhile, staleTime: 0, gcTime: 0 });
  useUnsaved(meanwhile);
  if (meanwhile) {
    const theirs = newest.data?.items.find(({ name }) => name === base.name);
    if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
    const mine = form.getValues();
    const now = valuesOf(theirs);
    const { taken, clashes } = mergeEdits<Values, Place, Values[Place]>(PLACES, (values, place) => values[place], { base: valuesOf(base), mine, theirs: now });
    const say = (values: Values) => (place: Place) => (place === "value" ? long(Number(values.value ?? 0), base.unit) : values.source);
    const goOn = (places: Place[]) => {
      form.setValues({ ...mine, ...Object.fromEntries(places.map((place) => [place, now[place]])) });
      setBase(theirs);
      save.reset();
    };
    return <Meanwhile taken={taken} clashes={clashes.map(({ place }) => place)} label={(place) => t(`course.intervals.${place}`)} mine={say(mine)} theirs={say(now)} goOn={goOn} />;
  }
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <NumberField label={t(base.unit === "months" ? "course.intervals.in_months" : "course.intervals.in_days")} required min={base.least} max={base.most}
                   description={t("course.intervals.usual", { long: long(base.usual, base.unit) })} {...form.getInputProps("value")} />
      <TextField label={t("course.intervals.source")} description={t("course.intervals.source_hint")} required maxLength={4000} {...form.getInputProps("source")} />
    </Form>
  );
}

/** After how long something is looked at again in this State. A coordinator sets it, with the decision it rests on. */
export function IntervalsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const long = useLong();
  const { can } = useSession();
  const [changing, setChanging] = useState<string | null>(null);
  const intervals = useQuery(query);
  if (!intervals.data) return <Waiting for={intervals} />;
  const { items, may_change } = intervals.data;
  const one = items.find(({ name }) => name === changing);
  const by = ({ source, set_by, set_at }: Interval) => {
    const who = set_by && set_at ? `${set_by.name}, ${format.dayOf(set_at)}` : null;
    return [source, who].filter(Boolean).join(". ") || t("course.intervals.shipped");
  };
  return (
    <Page title={t("course.intervals.title")} lead={t("course.intervals.lead")} breadcrumbs={can("assign_person") || can("read_workload") ? [{ to: "/caseload", label: t("course.nav.caseload") }] : [{ to: "/", label: t("common.home") }]}>
      {one && (
        <Section title={t(`course.intervals.name.${one.name}`)}>
          <Opened key={one.name}><SetInterval interval={one} close={() => setChanging(null)} /></Opened>
        </Section>)}
      <DataTable<Interval>
        caption={t("course.intervals.title")} rows={items} rowKey={({ name }) => name}
        columns={[
          { key: "name", label: t("course.intervals.what"), cell: ({ name }) => t(`course.intervals.name.${name}`) },
          { key: "value", label: t("course.intervals.value"), cell: ({ value, unit }) => long(value, unit) },
          { key: "source", label: t("course.intervals.source"), cell: by },
          ...(may_change && !one ? [{ key: "change", label: t("course.intervals.change"), cell: ({ name }: Interval) => (
            <Button size="sm" variant="default" aria-label={t("course.intervals.change_named", { name: t(`course.intervals.name.${name}`) })}
                    onClick={() => setChanging(name)}>{t("course.intervals.change")}</Button>) }] : []),
        ]}
        empty={<Empty icon="clock" title={t("course.intervals.title")} hint={t("course.intervals.lead")} />}
      />
    </Page>
  );
}

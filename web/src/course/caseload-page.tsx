import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { ButtonLink, DataTable, Empty, Form, Icon, Link, NumberField, Opened, Page, StatusBadge, TextField, useFormat, Waiting } from "../ui";
import { useCaseload, useRegions, type Load } from "./course-data";
import classes from "./course.module.css";

/** From how many open files on a load is called too much, and by whose word. */
function SetMark({ mark, source, close }: { mark: number; source: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ mark: number | null; source: string }>({ initialValues: { mark, source } });
  const save = useAction((values: { mark: number | null; source: string }) => body(api.PUT("/api/caseload/mark", { body: { mark: values.mark ?? 0, source: values.source } })),
    { refresh: [["caseload"]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <NumberField label={t("course.load.mark")} required min={1} max={200} {...form.getInputProps("mark")} />
      <TextField label={t("course.load.source")} required {...form.getInputProps("source")} />
    </Form>
  );
}

/** Each worker, how many open files they carry, what is overdue, and who carries too much. */
export function CaseloadPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useRegions();
  const [setting, setSetting] = useState(false);
  const query = useCaseload();
  const caseload = query.data;
  if (!caseload) return <Waiting for={query} />;
  const over = caseload.items.filter((load) => load.over).length;
  return (
    <Page title={t("course.load.title")} lead={t("course.load.lead", { mark: caseload.mark, source: caseload.source })}
          actions={<>
            {caseload.allows.assign && <ButtonLink to="/assignments" leftSection={<Icon name="people" />}>{t("course.nav.assign")}</ButtonLink>}
            <ButtonLink variant="default" to="/intervals">{t("course.intervals.title")}</ButtonLink>
            {caseload.allows.set_mark && !setting && <Button variant="default" onClick={() => setSetting(true)}>{t("course.load.set_mark")}</Button>}
          </>}>
      {setting && <Opened><SetMark mark={caseload.mark} source={caseload.source} close={() => setSetting(false)} /></Opened>}
      <p className={classes.words} role="status">{over > 0 ? t("course.load.over_count", { count: over }) : t("course.load.none_over")}</p>
      <DataTable<Load> caption={t("course.load.title")} rows={caseload.items} rowKey={(load) => load.id}
        empty={<Empty icon="people" title={t("course.load.nobody")} hint={t("course.load.nobody_hint")} />}
        columns={[
          { key: "name", label: t("course.load.worker"), cell: (load) => <Link to="/people" search={{ worker: load.id } as never}>{load.name}</Link> },
          { key: "region", label: t("people.field.region"), cell: (load) => (load.region ? name(load.region) : t("course.load.everywhere")) },
          { key: "open", label: t("course.load.open_cases"), cell: (load) => format.number(load.open_cases), numeric: true },
          { key: "overdue", label: t("course.load.overdue"), cell: (load) => format.number(load.overdue), numeric: true },
          { key: "state", label: t("course.load.state"), cell: (load) => (load.over
            ? <StatusBadge tone="warning">{t("course.load.over", { mark: caseload.mark })}</StatusBadge>
            : <StatusBadge tone="good">{t("course.load.within")}</StatusBadge>) },
        ]} />
    </Page>
  );
}

import { Button, Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useTwo } from "../i18n/two";
import { ConfirmDialog, DateField, Empty, Form, NumberField, Opening, ProblemNotice, StatusBadge, TextArea, TextField, useFormat } from "../ui";
import { BodyField } from "./body-field";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type AgendaItem, type Meeting } from "./session-queries";

interface Draft {
  title: string; body: string; title_ru: string; body_ru: string; held_on: string | null; starts_at: string; minutes: number | null; owner: string | null; speaker: string;
}
const empty: Draft = { title: "", body: "", title_ru: "", body_ru: "", held_on: null, starts_at: "", minutes: null, owner: null, speaker: "" };
const inputOf = ({ held_on, minutes, owner, ...rest }: Draft): Schemas["AgendaInput"] =>
  ({ ...rest, minutes: minutes ?? 0, owner: owner ?? "", ...(held_on ? { held_on } : {}) });

interface ItemFormProps { meeting: Meeting; initial: Draft; save: (draft: Draft) => Promise<unknown>; submit: string; close: () => void }

function ItemForm({ meeting, initial, save, submit, close }: ItemFormProps) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: initial });
  const action = useSessionAction(save, close);
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("meetings.item.title")} required maxLength={300} {...form.getInputProps("title")} />
        <TextField label={t("meetings.item.title_ru")} lang="ru" maxLength={300} {...form.getInputProps("title_ru")} />
        <TextArea label={t("meetings.item.body")} limit={4000} {...form.getInputProps("body")} />
        <TextArea label={t("meetings.item.body_ru")} lang="ru" limit={4000} {...form.getInputProps("body_ru")} />
        {meeting.starts_on !== meeting.ends_on && <DateField label={t("meetings.item.held_on")} min={meeting.starts_on} max={meeting.ends_on} {...form.getInputProps("held_on")} />}
        <TextField label={t("meetings.item.starts_at")} description={t("meetings.item.starts_at_hint")} maxLength={5} {...form.getInputProps("starts_at")} />
        <NumberField label={t("meetings.item.minutes")} min={0} max={1440} {...form.getInputProps("minutes")} />
        <BodyField label={t("meetings.item.owner")} placeholder={t("common.none")} {...form.getInputProps("owner")} />
        {meeting.is_public && <TextField label={t("meetings.item.speaker")} description={t("meetings.item.speaker_hint")} maxLength={200} {...form.getInputProps("speaker")} />}
      </SimpleGrid>
    </Form>
  );
}

function useItemActions(meeting: Meeting, item: AgendaItem) {
  const params = { path: { session_id: meeting.id, item_id: item.id } };
  const { version } = item;
  const move = useSessionAction((position: number) => body(api.POST("/api/meetings/{session_id}/agenda/{item_id}/move", { params, body: { version, position } })));
  const remove = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/agenda/{item_id}/removal", { params, body: { version } })));
  const edit = (draft: Draft) => body(api.PUT("/api/meetings/{session_id}/agenda/{item_id}", { params, body: { ...inputOf(draft), version } }));
  return { move, remove, edit };
}

function ItemTools({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTranslation();
  const { move, remove, edit } = useItemActions(meeting, item);
  const { position, title } = item;
  const initial: Draft = { ...item, owner: item.owner || null, minutes: item.minutes || null };
  const draft = Object.fromEntries(Object.keys(empty).map((name) => [name, initial[name as keyof Draft]])) as unknown as Draft;
  const last = meeting.agenda.length;
  return (
    <div data-no-print>
      <Group gap="xs" align="flex-start">
        <Button variant="default" size="xs" disabled={position === 1} loading={move.pending} aria-label={t("meetings.item.up_named", { title })} onClick={() => void move.run(position - 1)}>{t("meetings.item.up")}</Button>
        <Button variant="default" size="xs" disabled={position === last} loading={move.pending} aria-label={t("meetings.item.down_named", { title })} onClick={() => void move.run(position + 1)}>{t("meetings.item.down")}</Button>
        <ConfirmDialog action={remove} button={t("common.remove")} title={t("meetings.item.remove_named", { title })} confirm={t("common.remove")} danger
                       buttonProps={{ size: "xs" }}>{t("meetings.item.remove_hint")}</ConfirmDialog>
        <Opening label={t("common.edit")} spoken={t("meetings.item.edit_named", { title })} variant="default" size="xs" leftSection={null}>
          {(close) => <ItemForm key={item.version} meeting={meeting} initial={draft} save={edit} submit={t("common.save")} close={close} />}
        </Opening>
      </Group>
      {move.problem && <ProblemNotice problem={move.problem} focus />}
    </div>
  );
}

function Item({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTranslation();
  const two = useTwo();
  const { title, title_ru, body: text, body_ru, begins, ends, minutes, owner, speaker, overlaps } = item;
  const clock = [begins, ends].filter(Boolean).join("–");
  const who = [owner && nameIn(meeting.names, owner), speaker].filter(Boolean).join(", ");
  const details = two(text, body_ru);
  return (
    <li>
      <Group gap="xs">
        {clock && <span className={classes.clock}>{clock}</span>}
        <b>{two(title, title_ru)}</b>
        {overlaps && <StatusBadge tone="urgent">{t("meetings.item.overlaps")}</StatusBadge>}
      </Group>
      {(who || (minutes > 0 && !clock)) && <Text size="sm" c="dimmed">{[who, !clock && minutes > 0 && t("meetings.item.length", { count: minutes })].filter(Boolean).join(" · ")}</Text>}
      {details && <Text className={classes.text}>{details}</Text>}
      {meeting.allows.edit && <ItemTools meeting={meeting} item={item} />}
    </li>
  );
}

/** The items in their order with the clock, day by day. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (meeting.agenda.length === 0) return <Empty title={t("meetings.no_agenda")} hint={t("meetings.no_agenda_hint")} icon="table" />;
  const several = meeting.starts_on !== meeting.ends_on && new Set(meeting.agenda.map(({ held_on }) => held_on)).size > 1;
  return (
    <ol className={classes.agenda}>
      {meeting.agenda.map((item, i) => (
        several && item.held_on !== meeting.agenda[i - 1]?.held_on
          ? <li key={item.id} className={classes.day}><h3 className={classes.number}>{format.longDate(item.held_on)}</h3><ol className={classes.agenda} start={item.position}><Item meeting={meeting} item={item} /></ol></li>
          : several ? <li key={item.id} className={classes.day}><ol className={classes.agenda} start={item.position}><Item meeting={meeting} item={item} /></ol></li>
          : <Item key={item.id} meeting={meeting} item={item} />
      ))}
    </ol>
  );
}

/** Adds an item at the end. */
export function AddAgendaItem({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const add = (draft: Draft) => body(api.POST("/api/meetings/{session_id}/agenda", { params: { path: { session_id: meeting.id } }, body: inputOf(draft) }));
  return <ItemForm meeting={meeting} initial={empty} save={add} submit={t("meetings.add_item")} close={close} />;
}

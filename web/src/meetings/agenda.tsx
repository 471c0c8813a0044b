import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { ConfirmDialog, Empty, Opening, ProblemNotice, StatusBadge, useFormat } from "../ui";
import { agendaDraftOf, agendaInput, ItemForm, type AgendaDraft } from "./agenda-item-form";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type AgendaItem, type Meeting } from "./session-queries";

function useItemActions(meeting: Meeting, item: AgendaItem) {
  const params = { path: { session_id: meeting.id, item_id: item.id } };
  const { version } = item;
  const move = useSessionAction((position: number) => body(api.POST("/api/meetings/{session_id}/agenda/{item_id}/move", { params, body: { version, position } })));
  const remove = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/agenda/{item_id}/removal", { params, body: { version } })));
  const edit = (draft: AgendaDraft) => body(api.PUT("/api/meetings/{session_id}/agenda/{item_id}", { params, body: { ...agendaInput(draft), version } }));
  return { move, remove, edit };
}

function ItemTools({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTranslation();
  const { move, remove, edit } = useItemActions(meeting, item);
  const { position, title } = item;
  const last = meeting.agenda.length;
  return (
    <div data-no-print>
      <Group gap="xs" align="flex-start">
        <Button variant="default" size="xs" disabled={position === 1} loading={move.pending} aria-label={t("meetings.item.up_named", { title })} onClick={() => void move.run(position - 1)}>{t("meetings.item.up")}</Button>
        <Button variant="default" size="xs" disabled={position === last} loading={move.pending} aria-label={t("meetings.item.down_named", { title })} onClick={() => void move.run(position + 1)}>{t("meetings.item.down")}</Button>
        <ConfirmDialog action={remove} button={t("common.remove")} title={t("meetings.item.remove_named", { title })} confirm={t("common.remove")} danger
                       buttonProps={{ size: "xs" }}>{t("meetings.item.remove_hint")}</ConfirmDialog>
        <Opening label={t("common.edit")} spoken={t("meetings.item.edit_named", { title })} variant="default" size="xs" leftSection={null}>
          {(close) => <ItemForm key={item.version} meeting={meeting} initial={agendaDraftOf(item)} save={edit} submit={t("common.save")} close={close} />}
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

import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTwo } from "../i18n/two";
import { Facts, Section } from "../ui";
import classes from "./meetings.module.css";
import { Organisers } from "./organisers";
import { nameIn, type Meeting } from "./session-queries";
import { MeetingState, useWhen } from "./session-words";

type Fact = Parameters<typeof Facts>[0]["of"][number];

/** What a session is. `more`: facts for readers of the Council; `children`: what may be done about it. */
export function MeetingAbout({ meeting, more = [], children }: { meeting: Meeting; more?: Fact[]; children?: ReactNode }) {
  const { t } = useTranslation();
  const two = useTwo();
  const when = useWhen();
  const { is_example, state, cancelled_because, kind, mode, host, names, place } = meeting;
  const about = two(meeting.about_en, meeting.about_ru);
  return (
    <Section title={t("meetings.about")} actions={<Group gap="xs"><MeetingState meeting={meeting} /></Group>}>
      {is_example && <Text>{t("meetings.example_hint")}</Text>}
      {state === "cancelled" && <Text>{t("meetings.cancelled_because", { reason: cancelled_because })}</Text>}
      {about && <Text className={classes.text}>{about}</Text>}
      <Facts of={[
        { label: t("meetings.field.kind"), value: t(`meetings.kind.${kind}`) },
        { label: t("meetings.field.days"), value: when(meeting) },
        { label: t("meetings.field.place"), value: place || null },
        { label: t("meetings.field.mode"), value: t(`meetings.mode.${mode}`) },
        { label: t("meetings.field.host"), value: host ? nameIn(names, host) : null },
        ...more,
      ]} />
      <Organisers meeting={meeting} />
      {children}
    </Section>
  );
}

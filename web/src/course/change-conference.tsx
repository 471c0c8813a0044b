import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Meanwhile, useFormat, Waiting } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import { compare, draftOf, inputOf, withTheirs, type Draft, type Place } from "./conference-draft";
import { ConferenceForm } from "./conference-form";
import { conferenceQuery, useConferences, type Conference } from "./course-data";

const WORD: Record<Place, string> = {
  planned_on: "course.conference.when", topics: "course.conference.topics", staff: "course.conference.staff", roles: "course.conference.outside" };

/** Moves a planned conference to another day, changes what it is about or who sits there. */
export function ChangeConference({ conference, close }: { conference: Conference; close: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  // What the writer began with; the page may hold a newer one by now.
  const [base, setBase] = useState(conference);
  const form = useForm<Draft>({ initialValues: draftOf(conference) });
  const around = useConferences(conference.case_id);
  const save = useAction((draft: Draft) => body(api.PUT("/api/conferences/{conference_id}", {
    params: { path: { conference_id: conference.id } }, body: { ...inputOf(draft), version: base.version } })),
  { refresh: [["conferences"], ["cases", conference.case_id], ["tasks"]], said: t("common.saved"), done: close });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const newest = useQuery({ ...conferenceQuery(conference.id), queryKey: ["conferences", conference.id, "meanwhile"], enabled: meanwhile, staleTime: 0, gcTime: 0 });
  useUnsaved(meanwhile);
  if (!around.data) return <Waiting for={around} />;
  // Somebody who was asked may have left the region since, and can still be taken off.
  const asked = base.participants.flatMap(({ staff }) => (staff ? [staff] : []));
  const candidates = [...around.data.candidates, ...asked.filter(({ id }) => !around.data?.candidates.some((one) => one.id === id))];
  if (meanwhile) {
    const theirs = newest.data;
    if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
    const mine = form.getValues();
    const [began, now] = [draftOf(base), draftOf(theirs)];
    const nameOf = (id: string) => [...candidates, ...theirs.participants.flatMap(({ staff }) => (staff ? [staff] : []))].find((one) => one.id === id)?.name ?? id;
    const say = (draft: Draft) => (place: Place) => {
      if (place === "planned_on") return draft.planned_on ? format.longDate(draft.planned_on) : t("history.nothing");
      if (place === "topics") return draft.topics;
      const names = place === "staff" ? draft.staff.map(nameOf) : draft.roles.map((role) => t(`course.outside.${role}`));
      return names.join(", ") || t("history.nothing");
    };
    const goOn = (places: Place[]) => {
      form.setValues(withTheirs(began, mine, now, places));
      setBase(theirs);
      save.reset();
    };
    return <Meanwhile {...compare(began, mine, now)} label={(place) => t(WORD[place])} mine={say(mine)} theirs={say(now)} goOn={goOn} />;
  }
  return <ConferenceForm form={form} candidates={candidates} action={save} submit={t("common.save")} close={close} />;
}

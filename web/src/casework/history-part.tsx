import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Timeline, useFormat } from "../ui";
import { useCaseServices, useRounds, type Case } from "./case-data";
import classes from "./casework.module.css";
import { historyOf, type Happening } from "./history";
import { Part } from "./part";

const AT_FIRST = 8;

/** The whole story of a file, the latest first. */
export function HistoryPart({ file, further }: { file: Case; further?: Happening[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const services = useCaseServices(file.id).data;
  const rounds = useRounds(file.id).data;
  const history = useMemo(() => historyOf(file, services?.items ?? [], rounds?.rounds ?? [], t, further), [file, services, rounds, t, further]);
  const shown = all ? history : history.slice(0, AT_FIRST);
  return (
    <Part name="history" title={t("casework.part.history")}>
      <Timeline entries={shown.map(({ key, at, icon, title, who, text }) => ({
        key, icon, title,
        when: [at.length === 10 ? format.date(at) : format.dayOf(at), who].filter(Boolean).join(", "),
        content: text && <p className={classes.words}>{text}</p>,
      }))} />
      {shown.length < history.length && (
        <div><Button variant="default" onClick={() => setAll(true)}>{t("casework.history.all", { count: history.length })}</Button></div>)}
    </Part>
  );
}

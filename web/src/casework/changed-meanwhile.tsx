import { Alert, Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import type { Action } from "../api/queries";
import { Icon, ProblemNotice, Waiting } from "../ui";
import type { Plan } from "./case-data";
import classes from "./casework.module.css";
import { PlanGoals } from "./plan-goals";
import { goalsOf, type Draft } from "./plan-draft";

interface ChangedMeanwhileProps {
  planId: string;
  mine: Draft;
  /** Saves what the reader typed in place of the version given. */
  saveOver: Action<number>;
  /** Goes on with what the colleague saved. */
  take: (theirs: Plan) => void;
  close: () => void;
}

/** A draft with the ids that a saved plan has, so that it can be drawn like one. */
function asGoals(draft: Draft): Plan["goals"] {
  return goalsOf(draft).map((goal, i) => ({
    ...goal, id: `${i}`, services: goal.services.map((service, k) => ({ ...service, note: service.note ?? "", id: `${i}.${k}` })) }));
}

/** A colleague saved the plan first: shows both versions and lets the reader choose. */
export function ChangedMeanwhile({ planId, mine, saveOver, take, close }: ChangedMeanwhileProps) {
  const { t } = useTranslation();
  const newest = useQuery({
    queryKey: ["plans", planId], staleTime: 0,
    queryFn: () => body(api.GET("/api/plans/{plan_id}", { params: { path: { plan_id: planId } } })),
  });
  const theirs = newest.data;
  const keepMine = async (version: number) => {
    if (!(await saveOver.run(version))) await newest.refetch();
  };
  return (
    <>
      <Alert role="alert" color="apricot" icon={<Icon name="people" />} title={t("casework.meanwhile.title")}>{t("casework.meanwhile.text")}</Alert>
      {saveOver.problem && <ProblemNotice problem={saveOver.problem} focus />}
      <div className={classes.pair}>
        <section aria-label={t("casework.meanwhile.mine")}>
          <h3>{t("casework.meanwhile.mine")}</h3>
          <PlanGoals goals={asGoals(mine)} />
        </section>
        <section aria-label={t("casework.meanwhile.theirs")}>
          <h3>{t("casework.meanwhile.theirs")}</h3>
          {theirs ? <PlanGoals goals={theirs.goals} /> : <Waiting for={newest} />}
        </section>
      </div>
      {theirs && !theirs.allows.write && <p className={classes.words}>{t("casework.meanwhile.no_longer_open")}</p>}
      {theirs && (
        <Group>
          {theirs.allows.write && (
            <>
              <Button loading={saveOver.pending} onClick={() => void keepMine(theirs.version)}>{t("casework.meanwhile.keep_mine")}</Button>
              <Button variant="default" onClick={() => take(theirs)}>{t("casework.meanwhile.take_theirs")}</Button>
            </>
          )}
          <Button variant="default" onClick={close}>{t("common.close")}</Button>
        </Group>
      )}
    </>
  );
}

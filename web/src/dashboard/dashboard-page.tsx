import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Page, Section, Waiting } from "../ui";
import { Operations } from "./operations";
import { claimsQuery, headlinesQuery, releasesQuery } from "./queries";
import { RegionSum } from "./region-sum";
import { WithdrawnNote } from "../ledger/parts";
import { Returns } from "./returns";
import { StockAndFlow } from "./stock-and-flow-section";
import { StatesFigures, StatesMap } from "./states";
import classes from "./dashboard.module.css";

/** The public page: who came home, by whose word, and what help reached them. */
export function DashboardPage() {
  const { t } = useTranslation();
  const claims = useQuery(claimsQuery);
  const releases = useQuery(releasesQuery);
  const headlines = useQuery(headlinesQuery);
  const items = claims.data?.items;
  const returned = useMemo(() => items?.filter(({ figure }) => figure === "returned") ?? [], [items]);
  const stages = useMemo(() => items?.filter(({ figure }) => figure === "returned_in_stage") ?? [], [items]);
  return (
    <Page title={t("public.title")} lead={t("public.lead")}>
      {claims.data ? (
        <>
          <RegionSum sum={claims.data.returned} totals={returned.filter(({ about }) => about === "region")} />
          <div className={classes.region}>
            <div className={classes.map}><StatesMap sum={claims.data.returned} /></div>
            <div className={classes.ledger}><StatesFigures claims={returned} /></div>
            {stages.length > 0 && <div className={classes.time}><Section title={t("public.operations.title")}><Operations claims={stages} /></Section></div>}
          </div>
        </>
      ) : <Waiting for={claims} />}
      {claims.data && headlines.data && <StockAndFlow stages={stages} releases={headlines.data.items} />}
      {releases.data?.withdrawn.map((one) => <WithdrawnNote key={one.id} of={one} />)}
      {releases.data && headlines.data ? <Returns lines={releases.data.items} headlines={headlines.data.items} /> : <Waiting for={releases.data ? headlines : releases} />}
    </Page>
  );
}

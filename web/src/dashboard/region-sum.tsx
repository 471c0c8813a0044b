import { Fragment } from "react";
import { SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { STATE_CODES, useStateName } from "../i18n/states";
import { Figure, Section, useFormat } from "../ui";
import { ClaimFigure, useDefinition } from "./claim-figure";
import type { Claim } from "./queries";
import classes from "./dashboard.module.css";

/** In the order that the map's table has. */
const placed = (parts: Claim[]) => STATE_CODES.flatMap((code) => parts.filter(({ about }) => about.toUpperCase() === code));

/** The figures of the States as one source gives them, their sum, and beside it what others say of the whole region. */
export function RegionSum({ sum, totals }: { sum: Schemas["ClaimSum"] | undefined; totals: Claim[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const definition = useDefinition();
  return (
    <Section title={t("public.sum.title")} plain>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {sum && (
          <div>
            <Figure label={t("public.sum.label", { count: sum.parts.length })} value={sum.value} asOf={sum.as_of} definition={sum.parts[0] && definition(sum.parts[0])}
                    source={sum.source} />
            <p className={classes.parts}>
              {placed(sum.parts).map((part, i) => (
                <Fragment key={part.id}>{i > 0 && " + "}<span className={classes.part}>{stateName(part.about)} {format.number(part.value)}</span></Fragment>
              ))}
              {" = "}<b>{format.number(sum.value)}</b>
            </p>
          </div>
        )}
        {totals.map((claim) => <div key={claim.id}><ClaimFigure claim={claim} label={t("public.sum.other")} /></div>)}
      </SimpleGrid>
      <Text size="sm" c="dimmed">{t("public.sum.both")}</Text>
    </Section>
  );
}

import { SimpleGrid } from "@mantine/core";
import { useState } from "react";
import type { StateCode } from "../i18n/states";
import { Bars, CentralAsiaMap, Figure, LineOverTime, Page, Section } from "../ui";

const SURVEYS = [
  { name: "Economic", points: [["2023-01-10", 0.31], ["2023-04-12", 0.42], ["2023-07-15", 0.55], ["2024-01-20", 0.68]] },
  { name: "Social", points: [["2023-01-10", 0.5], ["2023-04-12", 0.48], ["2023-07-15", 0.61], ["2024-01-20", 0.72]] },
  { name: "Psychosocial", points: [["2023-01-10", 0.22], ["2023-04-12", 0.35], ["2023-07-15", null], ["2024-01-20", 0.58]] },
].map(({ name, points }) => ({ name, points: points.map(([on, value]) => ({ on: on as string, value: value as number | null })) }));
const CLAIMS = { KZ: 754, KG: 511, TJ: 381, UZ: 531, TM: null };
const BANDS = ["0–4", "5–11", "12–17", "18–59", "60+"];
const SERIES = [{ name: "Female", values: [40, 61, 33, 120, null] }, { name: "Male", values: [38, 66, 20, 14, null] }];

/** Every part that is a picture or a figure. */
export function PicturesPage() {
  const [state, setState] = useState<StateCode | null>(null);
  return (
    <Page title="Pictures">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Figure label="Returned to Uzbekistan" value={531} asOf="2024-05-14" definition="All who came by operation" source="The Council's first meeting" />
        <Figure label="Returned to Turkmenistan" value={null} instead="Not published" />
        <Figure label="All" value={2177} asOf="2024-05-14" definition="Sum of four claims" />
      </SimpleGrid>
      <Section title="The region">
        <CentralAsiaMap title="Returned, by State" measure="Persons" values={CLAIMS} chosen={state} onChoose={setState} />
      </Section>
      <Section title="Over time"><LineOverTime title="Outcomes" describe="Three scores rise from 2023 to 2024." series={SURVEYS} min={0} max={1} /></Section>
      <Section title="By age"><Bars title="Age bands" describe="Most are children." categories={BANDS} series={SERIES} heading="Age" /></Section>
    </Page>
  );
}

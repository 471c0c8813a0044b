import type { ReactNode } from "react";

/** A figure as it may be shown; null when hidden. */
export type Shown = number | null;

export interface ShownSeries {
  name: string;
  /** One value a category; null is drawn as hidden. */
  values: Shown[];
  /** What was shown last of a hidden value, in words; undefined where nothing was. Stands in the table alone. */
  last?: (string | undefined)[];
}

/** What every picture of released figures is told. */
export interface PictureProps {
  title: string;
  /** What the picture shows, in a sentence, for who cannot see it. */
  describe: string;
  definition?: ReactNode;
  /** Sentences under the picture in its files, where no page stands around it. */
  notes?: string[];
}

/** How long the dashed mark of a hidden figure is, as a part of the longest bar; on a phone a shorter one could not be seen. It stands for no value. */
export const lengthOfHidden = (longest: number, narrow: boolean) => longest * (narrow ? 0.1 : 0.05);

/** The longest that is shown: no scale may depend on what is hidden. At least 1, so that there is a scale at all. */
export const longestOf = (series: ShownSeries[]): number => Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

/** How a hidden figure is drawn: an empty shape with a dashed edge. */
export const hiddenLook = (color: string) => ({ color: "transparent", borderColor: color, borderType: "dashed", borderWidth: 1.5 });

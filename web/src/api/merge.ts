/** A place of a thing that two people changed differently. */
export interface Collision<Place, Value> { place: Place; mine: Value; theirs: Value }

interface Versions<Draft> {
  /** What both began with. */
  base: Draft;
  mine: Draft;
  theirs: Draft;
}

/**
 * Holds two versions of one thing against what both began with.
 *
 * places    where a version can differ; `at` reads one, `same` tells when two values say the same
 * returns   `taken`: what only they changed, to be taken over; `clashes`: what both did, to be asked about. All else stands as it is in `mine`.
 */
export function mergeEdits<Draft, Place, Value>(
  places: readonly Place[], at: (draft: Draft, place: Place) => Value, { base, mine, theirs }: Versions<Draft>,
  same: (a: Value, b: Value) => boolean = Object.is,
): { taken: Place[]; clashes: Collision<Place, Value>[] } {
  const taken: Place[] = [];
  const clashes: Collision<Place, Value>[] = [];
  for (const place of places) {
    const [before, my, their] = [at(base, place), at(mine, place), at(theirs, place)];
    if (same(my, their) || same(their, before)) continue;
    if (same(my, before)) taken.push(place);
    else clashes.push({ place, mine: my, theirs: their });
  }
  return { taken, clashes };
}

/** The likely pairs of the library, told once for each build. */
import { likelyPairs, type LikelyPair } from '../compare/pairs.ts';
import { loadLibrary } from './collections.ts';

let pairs: Promise<LikelyPair[]> | undefined;

/** Documents that readers will want to compare, the latest first. */
export function loadLikelyPairs(): Promise<LikelyPair[]> {
  pairs ??= loadLibrary().then(({ documents }) =>
    likelyPairs(documents.map(({ record }) => record)),
  );
  return pairs;
}

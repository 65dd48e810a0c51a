/** The likely pairs of the library, told once for each build. */
import { likelyPairs, type LikelyPair } from '../compare/pairs.ts';
import { loadLibrary } from './load-library.ts';

let pairs: LikelyPair[] | undefined;

/** Documents that readers will want to compare, the latest first. */
export function loadLikelyPairs(): LikelyPair[] {
  pairs ??= likelyPairs(loadLibrary().documents.map(({ record }) => record));
  return pairs;
}

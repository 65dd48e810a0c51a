/** For the tests of 时效. */
import type { ClockFacts } from '../../src/relations/status.ts';

/** What the clock runs on where a text says nothing of it. */
export const nothingSaid: ClockFacts = {
  from: null,
  fromSaid: false,
  until: null,
  untilSaid: false,
  repealed: null,
  repealSaid: false,
  partly: false,
  trial: null,
  replaced: false,
};

/** In the browser: shows in each list of the page 时效 what belongs to it on the reader's own day. */
import { chinaDay, isListed, type ClockFacts, type TimelyList } from '../../relations/status.ts';

const today = chinaDay(Date.now());

for (const list of document.querySelectorAll<HTMLElement>('[data-timely]')) {
  const name = list.dataset.timely as TimelyList;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-facts]')];
  for (const row of rows)
    row.hidden = !isListed(name, JSON.parse(row.dataset.facts!) as ClockFacts, today);
  const none = list.querySelector<HTMLElement>('.none');
  if (none) none.hidden = rows.some(({ hidden }) => !hidden);
}

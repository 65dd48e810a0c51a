/** Names of the portal itself. Names of gazettes, places and publishers come from the series' data. */

export const portal = {
  name: '公报文库',
  tagline: '政府公报逐条检索',
  /** Time zone of official dates, for feeds. */
  timeZone: '+08:00',
} as const;

/** Title of a page for browser tabs and search results. */
export function pageTitle(...parts: string[]): string {
  return [...parts, portal.name].join(' · ');
}

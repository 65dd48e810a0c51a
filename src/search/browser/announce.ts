/** The line on the outcome: for the eye at once, for screen readers when typing rests, so that they do not chatter. */

const rest = 900;

/** @param live an element with `role="status"`, unseen. */
export function createAnnouncer(seen: HTMLElement, live: HTMLElement): (text: string) => void {
  let timer: number | undefined;
  return (text) => {
    if (seen.textContent !== text) seen.textContent = text;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (live.textContent !== text) live.textContent = text;
    }, rest);
  };
}

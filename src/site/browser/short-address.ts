/** In the browser: a short address leads on at once, with the seal and the fragment, and leaves no step behind. */

const link = document.querySelector<HTMLAnchorElement>('a[data-full-address]');
if (link) location.replace(link.pathname + location.search + location.hash);

export {};

/** In the browser: goes on from the old address of a document to the new one, with the clause and the query it has. */

const moved = document.querySelector<HTMLAnchorElement>('a[data-moved]');
const id = decodeURIComponent(location.hash.slice(1));
const clause = id === '' ? null : document.getElementById(id)?.closest('li');

// A clause that has no address any more is explained here.
const link = clause ? clause.querySelector('a') : moved;
if (link) {
  const target = new URL(link.href);
  target.search = location.search;
  if (target.hash === '') target.hash = location.hash;
  location.replace(target);
}

export {};

/** The filters as elements: values with their counts, and the limits that are set. */
import { facetNames, type FacetName, type Filters } from '../documents.ts';
import type { Facets } from '../facets.ts';
import { chosenFilters, type ChosenFilter } from '../state.ts';
import { element } from './element.ts';
import { chosenLabel, facetLabels, valueLabel } from './labels.ts';

const valuesShown = 6;

/** The facets with their counts; chosen values stay even where they have no hit. */
export function facetElements(facets: Facets, filters: Filters, exact: boolean): HTMLElement[] {
  return facetNames.flatMap((facet) => {
    const chosen = filters[facet] ?? [];
    const counted = new Map(facets[facet]);
    for (const value of chosen) if (!counted.has(value)) counted.set(value, 0);
    if (counted.size === 0) return [];
    const values = [...counted].map(([value, count]) =>
      valueElement(facet, value, count, chosen.includes(value), exact),
    );
    const first = values.slice(0, values.length <= valuesShown + 2 ? values.length : valuesShown);
    const rest = values.slice(first.length);
    const isOpen = [...counted.keys()].slice(first.length).some((value) => chosen.includes(value));
    return [
      element(
        'fieldset',
        {},
        element('legend', {}, facetLabels[facet]),
        ...first,
        rest.length > 0
          ? element(
              'details',
              isOpen ? { open: '' } : {},
              element('summary', {}, `其余${String(rest.length)}个`),
              ...rest,
            )
          : null,
      ),
    ];
  });
}

function valueElement(
  facet: FacetName,
  value: string,
  count: number,
  checked: boolean,
  exact: boolean,
): HTMLElement {
  const box = element('input', { type: 'checkbox', name: facet, value });
  box.checked = checked;
  return element(
    'label',
    {},
    box,
    element('span', {}, valueLabel(facet, value)),
    element('span', { class: 'count' }, `${exact ? '' : '约'}${String(count)}`),
  );
}

/** A button for each limit that is set, which gives it up. */
export function chosenElements(
  filters: Filters,
  remove: (filter: ChosenFilter) => void,
): HTMLElement[] {
  return chosenFilters(filters).map((filter) => {
    const label = chosenLabel(filter);
    const button = element(
      'button',
      { type: 'button', 'aria-label': `取消筛选：${label}` },
      label,
      element('span', { 'aria-hidden': 'true' }, ' ×'),
    );
    button.addEventListener('click', () => {
      remove(filter);
    });
    return element('li', {}, button);
  });
}

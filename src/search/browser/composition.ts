/** Typing that an input method composes: syllables on the way to characters are no input yet. */

/** Calls `typed` for every change of the box that is no half-composed one, `held` when a composition begins. */
export function onTyped(input: HTMLInputElement, typed: () => void, held: () => void): void {
  let isComposing = false;
  input.addEventListener('compositionstart', () => {
    isComposing = true;
    held();
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    typed();
  });
  input.addEventListener('input', (event) => {
    if (isComposing || (event instanceof InputEvent && event.isComposing)) return;
    typed();
  });
}

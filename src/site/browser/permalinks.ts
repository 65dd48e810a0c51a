/** In the browser: a click on a clause's link also copies its address, and offers its citation. */

let toast: HTMLElement | undefined;
let timer: number | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.permalink') : null;
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  void copy(link.href, '链接已复制', link);
});

async function copy(text: string, done: string, link: HTMLAnchorElement | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    show(done, link);
  } catch {
    // Without leave to write to the clipboard the address bar holds the link.
    show('无法写入剪贴板，链接见地址栏', link);
  }
}

function show(message: string, link: HTMLAnchorElement | null): void {
  toast ??= createToast();
  const clause = link?.getAttribute('aria-label')?.replace(/ 的链接$/, '') ?? '';
  toast.replaceChildren(document.createTextNode(clause === '' ? message : `${message}：${clause}`));
  const citation = link?.closest<HTMLElement>('[data-citation]')?.dataset.citation;
  if (citation !== undefined) {
    // A second text's title stands in the citation already.
    const place = clause.replace(/^《[^》]*》\s*/u, '');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '复制引文';
    button.addEventListener('click', () => void copy(`${citation}${place}`, '引文已复制', null));
    toast.append(button);
  }
  const raw = link?.nextElementSibling;
  if (raw instanceof HTMLAnchorElement && raw.matches('a.raw')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '看原文';
    button.addEventListener('click', () => raw.click());
    toast.append(button);
  }
  toast.hidden = false;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (toast && !toast.contains(document.activeElement)) toast.hidden = true;
  }, 5000);
}

function createToast(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'toast portal';
  element.setAttribute('role', 'status');
  document.body.append(element);
  return element;
}

export {};

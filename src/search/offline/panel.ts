/** 离线使用 on the search page: says what is kept on the device, saves everything when asked to, deletes it again. */
import type { OfflinePlan } from './plan.ts';
import { fetchPlan, removeSaved, save, savedPlan } from './saved.ts';

/** Fills the panel when it is opened. */
export function startOfflinePanel(panel: HTMLDetailsElement): void {
  const status = panel.querySelector<HTMLElement>('[data-offline-status]')!;
  const [saving, stopping, removing] = [...panel.querySelectorAll<HTMLButtonElement>('button')] as [
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  const say = (text: string) => (status.textContent = text);
  let plan: OfflinePlan | null = null;
  let running: AbortController | null = null;

  function offer(save: boolean, stop: boolean, remove: boolean): void {
    saving.hidden = !save;
    stopping.hidden = !stop;
    removing.hidden = !remove;
  }

  async function show(): Promise<void> {
    if (running) return;
    if (!('serviceWorker' in navigator) || !('caches' in window)) {
      say('这个浏览器（或隐私模式）不能保存网页供离线使用。');
      offer(false, false, false);
      return;
    }
    const kept = await savedPlan();
    plan = await fetchPlan().catch(() => null);
    saving.textContent = kept ? '更新本机副本' : '存到本机';
    const isNew = plan !== null && plan.version !== kept?.version;
    offer(isNew, false, kept !== null);
    if (kept === null) say(plan === null ? '现在没有网络，不能保存。' : describe(plan));
    else if (plan === null) say(`已存在本机：${describe(kept)}现在没有网络，不知道有无更新。`);
    else
      say(
        isNew ? `本机的是旧内容，现在有更新。${describe(plan)}` : `已存在本机：${describe(kept)}`,
      );
  }

  async function start(): Promise<void> {
    if (plan === null) return;
    const own = new AbortController();
    running = own;
    offer(false, true, false);
    try {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.storage.persist().catch(() => false);
      await save(
        plan,
        (done, all) => say(`正在保存：${String(done)}／${String(all)}个文件……`),
        own.signal,
      );
      running = null;
      await show();
    } catch (error) {
      running = null;
      await show();
      if (own.signal.aborted) say('已停止。已存的部分留着，下次接着存。');
      else say(describeError(error));
    }
  }

  panel.addEventListener('toggle', () => {
    if (panel.open) void show();
  });
  saving.addEventListener('click', () => void start());
  stopping.addEventListener('click', () => running?.abort());
  removing.addEventListener('click', () => void removeSaved().then(show));
}

function describe({ documents, bytes }: OfflinePlan): string {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return `全部索引和${String(documents)}篇文件，占用约${size} MB（下载时经压缩，要少一些）。`;
}

function describeError(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return '设备上的空间不够，没有存完。';
  return '没有存完：有文件取不到。请检查网络后再试，已存的部分不必重来。';
}

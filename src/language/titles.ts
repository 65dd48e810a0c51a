/** Titles of official documents: issuer + 关于/印发/转发 … + 文种 (GB/T 9704—2012, 7.3.1). */

const organEndings = [
  '人民政府办公厅',
  '人民政府办公室',
  '政府办公厅',
  '政府办公室',
  '委员会办公室',
  '人民政府',
  '行政公署',
  '委员会',
  '办公厅',
  '办公室',
  '管理委员会',
  '管委会',
  '常务委员会',
  '领导小组',
  '指挥部',
  '联席会议',
  '人民法院',
  '人民检察院',
  '军分区',
  '警备区',
  '人民武装部',
  '总队',
  '支队',
  '大队',
  '中心支行',
  '分行',
  '支行',
  '分局',
  '总局',
  '中心',
  '政府',
  '党组',
  '市委',
  '县委',
  '区委',
  '省委',
  '州委',
  '盟委',
  '党委',
  '工委',
  '总工会',
  '联合会',
  '公署',
  '委',
  '局',
  '厅',
  '部',
  '院',
  '会',
  '办',
  '署',
  '处',
  '室',
  '站',
  '所',
  '行',
  '馆',
  '集团',
  '公司',
  '社',
];

// A name holds none of the verbs that follow names. Names may stand side by side with nothing between them; such a run
// is one piece here, since the ways to part it are too many to try.
const organs = `(?:(?!关于|转发|印发|批转)\\p{Script=Han}){2,120}?(?<=\\p{Script=Han}(?:${organEndings.join('|')}))`;
const verbs =
  '关于|印发|转发|批转|公布|发布|颁布|表彰|通报|同意|批复|授予|任命|聘任|聘请|废止|修改|命令';

/** Most lines end in none of them, which is told at once. */
const lastCharacters = new Set(organEndings.map((ending) => ending.at(-1)!));
const organOnly = new RegExp(`^${organs}(?:[\\s、，]+${organs})*$`, 'u');
const verb = new RegExp(verbs);
const titleStart = new RegExp(`^(${organs}(?:[\\s、，]+${organs})*?)\\s*(?:${verbs})`, 'u');

/** A place with its level: 某市, 某某自治县. */
const place = '[\\p{Script=Han}]{1,10}?(?:自治[州县旗]|[省市县区州盟旗])';
const placeAtHead = new RegExp(`^(?:中共)?(${place})`, 'u');
const placeOfSeat = new RegExp(`${placeAtHead.source}(?=人民政府|政府|行政公署|委|人大|政协)`, 'u');

/** The whole text is the name of one authority or several. */
export function isOrgan(text: string): boolean {
  const name = text.trim();
  return text.length <= 60 && lastCharacters.has(name.at(-1)!) && organOnly.test(name);
}

/** The text begins as a document's title does: authority, then 关于, 印发, 转发 … */
export function beginsTitle(text: string): boolean {
  return verb.test(text) && titleStart.test(text.trim());
}

/** The place that an authority's name begins with (中共某市委 too), or null. */
export function placeOfOrgan(text: string): string | null {
  return placeOfSeat.exec(text)?.[1] ?? null;
}

/** The text ends in the verb that hands the title over to another one (…转发, …印发). */
export function endsInForwarding(text: string): boolean {
  return /(转发|批转|印发|公布)$/.test(text.trim());
}

/** The text ends in a word that names a kind of document (通知, 公告 …), notes in brackets passed over. */
export function endsInKind(text: string): boolean {
  return /(令|通知|通报|决定|决议|公告|通告|公报|意见|批复|报告|请示|议案|纪要|函)$/.test(
    bareTitle(text),
  );
}

const kinds: [RegExp, string][] = [
  [/令$/, '令'],
  [/(职务任免|任免职务|任职|免职|任免|聘任|聘请|解聘|任命).*(通知|决定|令)$/, '任免'],
  [/通报$/, '通报'],
  [/通知$/, '通知'],
  [/决定$/, '决定'],
  [/决议$/, '决议'],
  [/公告$/, '公告'],
  [/通告$/, '通告'],
  [/统计公报$/, '统计'],
  [/公报$/, '公报'],
  [/意见$/, '意见'],
  [/批复$/, '批复'],
  [/报告$/, '报告'],
  [/请示$/, '请示'],
  [/议案$/, '议案'],
  [/纪要$/, '纪要'],
  [/函$/, '函'],
  [/简报$/, '简报'],
  [/大事记$/, '大事记'],
  [/解读(之[一二三四五六七八九十]+)?$/, '解读'],
  [/(讲话|致辞)$/, '讲话'],
  [/(会议.{0,4}召开|召开.*会议?|常务会议?|全体会议|主持召开.*)$/, '会议'],
  [/(主要指标|主要经济指标|统计数据|统计月报|统计表|运行情况|完成情况)$/, '统计'],
  [/(说明|启事|声明|更正)$/, '说明'],
  [/(办法|规定|细则|规则|条例)$/, '规章'],
];

function bareTitle(title: string): string {
  return title.replace(/[（(][^（）()]{1,12}[)）]$/, '').replace(/\s/g, '');
}

/** 文种 by the title's last words; 其他 where none fits. `（试行）` and the like at the end are passed over. */
export function kindOf(title: string): string {
  const bare = bareTitle(title);
  return kinds.find(([pattern]) => pattern.test(bare))?.[1] ?? '其他';
}

/**
 * Splits the authorities at the head of a title. They are parted where the title was parted, or where the name of
 * a place comes again (某市财政局某市民政局).
 *
 * @param head the names without white space.
 * @param breaks offsets in `head` where the printed title has white space or a line end.
 */
function splitOrgans(head: string, breaks: number[]): string[] {
  const cuts = new Set(breaks.filter((offset) => offset > 0 && offset < head.length));
  const first = placeAtHead.exec(head)?.[1];
  if (first !== undefined && first.length >= 2) {
    for (
      let index = head.indexOf(first, first.length);
      index !== -1;
      index = head.indexOf(first, index + 1)
    ) {
      cuts.add(index);
    }
  }
  const names: string[] = [];
  let start = 0;
  for (const end of [...cuts, head.length].sort((a, b) => a - b)) {
    const name = head.slice(start, end);
    // A cut inside a name (某市财/政局) is none.
    if (!isOrgan(name) || (end < head.length && !isOrgan(head.slice(end)))) continue;
    names.push(name);
    start = end;
  }
  return start === head.length ? names : [head];
}

/** Issuers named at the beginning of a title on one line; empty where it names none. */
export function issuersOf(title: string): string[] {
  const match = titleStart.exec(title);
  if (!match) return [];
  const breaks: number[] = [];
  let head = '';
  for (const piece of match[1]!.split(/[\s、，]+/)) {
    head += piece;
    breaks.push(head.length);
  }
  return splitOrgans(head, breaks);
}

/** Titles quoted in a text: the content of the outermost 《》 (〈〉 inside stay), with UTF-16 offsets. */
export function quotedTitles(text: string): { title: string; start: number; end: number }[] {
  const found: { title: string; start: number; end: number }[] = [];
  if (!text.includes('《')) return found;
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const mark = text[index];
    if (mark === '《') {
      if (depth === 0) start = index + 1;
      depth++;
    } else if (mark === '》' && depth > 0) {
      depth--;
      if (depth === 0) found.push({ title: text.slice(start, index), start, end: index });
    } else if (depth > 0 && index - start > 160) {
      // An opening mark that is never closed: give it up and go on after it.
      index = start;
      depth = 0;
    }
  }
  return found;
}

/**
 * A title on one line: white space from line breaks goes; one space stays between the authorities of a joint
 * title (中共某市委 某市人民政府关于…) and between Latin words.
 */
export function normaliseTitle(text: string): string {
  const tokens = text.trim().split(/\s+/);
  const closed = closeSpaces(tokens.join(' '));
  const match = titleStart.exec(closed);
  if (!match) return closed;
  const breaks = tokens.map((_, index) => closeSpaces(tokens.slice(0, index + 1).join(' ')).length);
  const organs = splitOrgans(match[1]!, breaks);
  return organs.join(' ') + closed.slice(match[1]!.length);
}

function closeSpaces(text: string): string {
  return text.replace(/\s+(?![A-Za-z0-9])|(?<![A-Za-z0-9])\s+/g, '');
}

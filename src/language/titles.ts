/** Titles of official documents: issuer + 关于/印发/转发 … + 文种 (GB/T 9704—2012, 7.3.1). */

const organEndings = [
  '人民政府办公厅',
  '人民政府办公室',
  '政府办公厅',
  '政府办公室',
  '委员会办公室',
  '人民政府',
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
  '党委',
  '工委',
  '总工会',
  '联合会',
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

// A name holds none of the verbs that follow names.
const organ = `(?:(?!关于|转发|印发|批转)\\p{Script=Han}){1,28}?(?:${organEndings.join('|')})`;
const verb =
  '(?:关于|印发|转发|批转|公布|发布|颁布|表彰|通报|同意|批复|授予|任命|聘任|聘请|废止|修改|命令)';

const organOnly = new RegExp(`^(?:${organ})(?:[\\s、，]*${organ})*$`, 'u');
const titleStart = new RegExp(`^((?:${organ})(?:[\\s、，]*${organ})*)\\s*${verb}`, 'u');

/** The whole text is the name of one authority or several. */
export function isOrgan(text: string): boolean {
  return organOnly.test(text.trim()) && text.length <= 60;
}

/** The text begins as a document's title does: authority, then 关于, 印发, 转发 … */
export function beginsTitle(text: string): boolean {
  return titleStart.test(text.trim());
}

/** The text ends in the verb that hands the title over to another one (…转发, …印发). */
export function endsInForwarding(text: string): boolean {
  return /(转发|批转|印发|公布)$/.test(text.trim());
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
  [/公报$/, '公报'],
  [/意见$/, '意见'],
  [/批复$/, '批复'],
  [/(报告)$/, '报告'],
  [/请示$/, '请示'],
  [/议案$/, '议案'],
  [/纪要$/, '纪要'],
  [/函$/, '函'],
  [/简报$/, '简报'],
  [/(会议.{0,4}召开|召开.*会议?|常务会议?|全体会议|主持召开.*)$/, '会议'],
  [/(主要指标|主要经济指标|统计数据|统计月报|统计表|运行情况|完成情况)$/, '统计'],
  [/(说明|启事|声明|更正)$/, '说明'],
  [/(办法|规定|细则|规则|条例)$/, '规章'],
];

/** 文种 by the title's last words; 其他 where none fits. `（试行）` and the like at the end are passed over. */
export function kindOf(title: string): string {
  const bare = title.replace(/[（(][^（）()]{1,12}[)）]$/, '').replace(/\s/g, '');
  return kinds.find(([pattern]) => pattern.test(bare))?.[1] ?? '其他';
}

/**
 * Issuers named at the beginning of a title. 景德镇市农业农村局 景德镇市司法局关于印发… gives two; null where the
 * title names none.
 */
export function issuersOf(title: string): string[] {
  const match = new RegExp(`^((?:${organ})(?:[\\s、，]*${organ})*?)\\s*(?:${verb})`, 'u').exec(
    title,
  );
  if (!match) return [];
  return match[1]!
    .split(/[\s、，]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Titles quoted in a text: the content of the outermost 《》 (〈〉 inside stay), with UTF-16 offsets. */
export function quotedTitles(text: string): { title: string; start: number; end: number }[] {
  const found: { title: string; start: number; end: number }[] = [];
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
  let organs = 0;
  while (organs < tokens.length - 1 && isOrgan(tokens[organs]!)) organs++;
  const joint = organs > 0 && beginsTitle(tokens[organs]!) ? organs : joinedOrgans(tokens);
  return [...tokens.slice(0, joint), closeSpaces(tokens.slice(joint).join(' '))].join(' ');
}

/** In [市委, 市政府, 关于印发…] the verb stands apart: all organs but the last are followed by a space. */
function joinedOrgans(tokens: string[]): number {
  let organs = 0;
  while (organs < tokens.length && isOrgan(tokens[organs]!)) organs++;
  return organs >= 2 && new RegExp(`^${verb}`).test(tokens[organs] ?? '') ? organs - 1 : 0;
}

function closeSpaces(text: string): string {
  return text.replace(/\s+(?![A-Za-z0-9])|(?<![A-Za-z0-9])\s+/g, '');
}

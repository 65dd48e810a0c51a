/** A small gazette of an invented city, made of pieces that tests change. */

export interface Pieces {
  /** 发文字号 of the regulation. */
  number: string;
  /** Paragraphs of 第二条. */
  second: string[];
  /** The last articles. */
  rest: string[];
  /** Titles and texts of the documents without number, in printed order. */
  reports: [title: string, ...paragraphs: string[]][];
}

export const receipt = '热线工作机构应当在一个工作日内登记诉求，并告知诉求人受理编号。';
export const transfer = '登记后不属于受理范围的，应当说明理由，并告知有权受理的单位。';
export const record = '诉求记录保存三年，任何单位不得擅自删改。';
export const penalty = '第三条 承办单位逾期不办结的，由市政府办公室通报批评。';
export const effect = '第四条 本办法自2021年7月1日起施行。';

export const meeting: Pieces['reports'][number] = [
  '市政府召开第8次常务会议',
  '6月1日，市长李明主持召开市政府第8次常务会议，研究部署全市防汛工作。',
  '会议审议通过了《云川市热线管理办法》。',
];
export const visit: Pieces['reports'][number] = [
  '市政府召开第9次常务会议',
  '6月20日，市长李明主持召开市政府第9次常务会议，听取上半年经济形势汇报。',
];

export const pieces: Pieces = {
  number: '云府办字〔2021〕5号',
  second: [receipt + transfer, record],
  rest: [penalty, effect],
  reports: [meeting],
};

/** The raw text of the gazette, some of its pieces changed. */
export function gazette(changes: Partial<Pieces> = {}): string {
  const { number, second, rest, reports } = { ...pieces, ...changes };
  const title = '云川市人民政府办公室关于印发云川市热线管理办法的通知';
  const [first, ...others] = second;
  return [
    '云川市人民政府公报',
    '2021年第6期',
    '目 录',
    `市政府办公室文件\t${title} (${number})……………(3)`,
    ...reports.map(([name], at) => `重要政务活动\t${name}……………(${String(at + 9)})`),
    title,
    `${number} 2021年6月2日`,
    '各县（市、区）人民政府，市政府各部门：',
    '《云川市热线管理办法》已经市政府第8次常务会议审议通过，现印发给你们，请认真贯彻执行。',
    '云川市热线管理办法',
    '第一条 为了规范热线工作，制定本办法。',
    `第二条 ${first!}`,
    ...others,
    ...rest,
    ...reports.flat(),
    '',
  ].join('\n\n');
}

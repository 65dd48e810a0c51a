/** When other inputs are offered beside hits. Small: loaded with the search, unlike what makes the suggestions. */

const agency =
  /^[\u3400-\u9fff]{1,24}(?:局|委|委会|委员会|办|办公室|厅|中心|银行|支行|支队|总队|公司|联合会|政府)$/;

/** Whether an input may be the name of one agency. */
export function mayNameAgency(input: string): boolean {
  return agency.test(input);
}

/** Whether letters with hits of their own (WiFi) may still be pinyin; APP and GDP are not. */
export function mayBePinyin(input: string): boolean {
  return isLatin(input) && (input.match(/\p{Script=Latin}/gu) ?? []).length >= 4;
}

/** Whether an input is letters alone, as pinyin is typed. */
export function isLatin(input: string): boolean {
  return /^[\p{Script=Latin}\p{M}\d\s'’·:-]*$/u.test(input) && /\p{Script=Latin}{2}/u.test(input);
}

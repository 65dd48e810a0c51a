/** Sentences that close an official text and stand in a paragraph of their own (GB/T 9704—2012 leaves them to usage). */

const formula =
  /^(?:特此(?:通知|通告|公告|通报|决定|批复|函告|函复|报告|说明|公布|证明|更正|声明)|此复|(?:以上|上述)(?:通知|意见|决定|规定)[，,]?请[^。；]{0,24}(?:执行|落实|办理)|本(?:决定|通知|通告|公告|意见|批复|命令|令|方案|措施)自[^。；，]{2,24}起(?:施行|实施|执行|生效))[。.]?$/;

/** 特此通知。 此复。 本决定自公布之日起施行。 and the like, whole paragraphs. */
export function isClosingFormula(text: string): boolean {
  return text.length <= 48 && formula.test(text);
}

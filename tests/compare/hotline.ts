/**
 * What became of each article of 景府办字〔2020〕55号 (甲, 39 articles) in 景府办发〔2022〕7号 (乙, 30 articles), written
 * down from reading both texts, before any program compared them.
 */

/** The same provision in old and new words; each pair must stand in one row. */
export const certain: [left: number, right: number][] = [
  [1, 1], // 制定目的
  [7, 8], // 受理事项
  [8, 9], // 不予受理
  [9, 10], // 直接答复、形成工单、专报
  [13, 12], // 限时办结
  [14, 15], // 延期
  [20, 13], // 突发事件
  [22, 14], // 领导接听, word for word
  [26, 22], // 保密
  [28, 22], // 录音、工单等各类信息数据, word for word a sentence of 乙第二十二条
  [30, 25], // 督办事项
  [36, 26], // 责任追究的情形
  [38, 29], // 解释
  [39, 30], // 施行, word for word
];

/** The same subject, regulated anew in other words: a row for both is right, and so are two rows. */
export const kindred: [left: number, right: number][] = [
  [2, 2], // 热线由市政府设立 → 整合…资源
  [3, 5], // 牵头协调 → 主管部门的职责
  [3, 6], // 受理中心 → 热线中心的职责
  [5, 7], // 成员单位的职责
  [10, 11], // 退回 → 第十一条（三）
  [11, 11],
  [12, 11], // 职责不清 → （四）交办
  [15, 11], // 答复、办结 → （五）（七）
  [16, 11],
  [17, 11], // 满意度、重办 → （八）回访
  [18, 11],
  [19, 11],
  [31, 11], // 督办方式 → （六）督办
  [33, 3], // 联席会议
  [34, 20], // 专刊、专报 → 分析专报制
  [35, 21], // 考核、通报 → 工作通报制
  [35, 23],
  [35, 27], // 通报批评、追究责任 → 责任追究的形式
];

/** Articles of 甲 that 乙 has nothing of. */
export const dropped = [4, 6, 21, 23, 24, 25, 27, 29, 32, 37];

/** Articles of 乙 that 甲 has nothing of. */
export const fresh = [4, 16, 17, 18, 19, 24, 28];

/** Articles of 乙 with the very words of an article of 甲. */
export const verbatim: [left: number, right: number][] = [
  [22, 14],
  [39, 30],
];

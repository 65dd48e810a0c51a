/**
 * Labels that columns of official tables have (责任单位, 完成时限, 计量单位 …): the general vocabulary of plans, registers,
 * score sheets and statistics, of no one gazette.
 */
const labels = new Set(
  (
    '序号 编号 名称 指标 指标名称 项目 项目名称 事项 事项名称 工作任务 重点任务 任务 目标 全年目标 年度目标 目标任务 ' +
    '工作内容 主要内容 具体要求 具体措施 工作措施 主要措施 政策名称 预期目标 目标值 属性 ' +
    '责任部门 责任单位 牵头单位 牵头部门 配合单位 配合部门 承办单位 实施单位 申报单位 主管部门 组织实施单位 责任人 联系人 ' +
    '联系电话 完成时间 完成时限 时间 备注 说明 计量单位 单位 数量 金额 合计 比重 增速 增长 同比 同比增长 累计 本月 绝对额 ' +
    '绝对值 实际完成 完成情况 完成率 与全年目标的差距 差距 排位 排名 位次 名次 分值 得分 评分标准 考核内容 考核指标 考核标准 ' +
    '建设方式 部署模式 系统名称 子项 建设地点 建设内容 建设规模 建设内容及规模 建设期限 项目类型 总投资 年度投资 ' +
    '违法行为 处罚依据 法律依据 设定依据 不予处罚条件 实施机关 审批部门 ' +
    '类别 等级 级别 地区 县区 县市区 区域 姓名 性别 职务 职称 工作单位 出生年月 证书编号 资金来源 总额'
  ).split(' '),
);

/** Whether official tables have a column so labelled; brackets with a unit (万元) do not count. */
export function isColumnLabel(text: string): boolean {
  return labels.has(text.replace(/\s|[（(].{1,8}[）)]$/g, ''));
}

/**
 * A hundred questions in the words of citizens, staff and journalists, and where the gazettes answer them. The answers
 * were found by reading the texts, not by searching.
 */

export interface Question {
  by: 'citizen' | 'staff' | 'journalist';
  asks: string;
  /** The clauses that answer it, any of which will do: document#clause; a document alone where it is what was asked for. */
  answers: string[];
  /** An issue that was asked for. */
  issue?: string;
  /** The texts say nothing of it: what should be suggested instead, any of these; none where nothing is near. */
  suggests?: string[];
  /** It is misspelt: what is meant, any of these, should be suggested or found. */
  means?: string[];
}

const citizen = (asks: string, ...answers: string[]): Question => ({
  by: 'citizen',
  asks,
  answers,
});
const staff = (asks: string, ...answers: string[]): Question => ({ by: 'staff', asks, answers });
const journalist = (asks: string, ...answers: string[]): Question => ({
  by: 'journalist',
  asks,
  answers,
});
const issue = (by: Question['by'], asks: string, key: string): Question => ({
  by,
  asks,
  answers: [],
  issue: key,
});
const nothing = (by: Question['by'], asks: string, ...suggests: string[]): Question => ({
  by,
  asks,
  answers: [],
  suggests,
});

const misspelt = (by: Question['by'], asks: string, ...means: string[]): Question => ({
  by,
  asks,
  answers: [],
  means,
});

const outpatient = 'jfbf-2022-5';
const relief = 'jfbf-2022-6';
const hotline2020 = 'jfbz-2020-55';
const hotline2022 = 'jfbf-2022-7';
const birth = 'jfbz-2020-54';
const children = 'jff-2019-2';
const jobs = 'jff-2019-1';
const economy = 'jfz-2022-67';
const care = 'jfz-2022-134';
const grain = 'zfl-1-2022';
const culture = 'jfbz-2022-31';
const claims = 'jwlz-2020-138';

export const questions: Question[] = [
  // 医疗保险、救助
  citizen('医保门诊报销比例', `${outpatient}#art_7__para_1`),
  citizen('普通门诊统筹的起付线', `${outpatient}#art_7__para_1`),
  citizen('门诊 起付线 退休', `${outpatient}#art_7__para_1`),
  citizen('医保个人账户可以给父母用吗', `${outpatient}#art_13__para_1__item_2`),
  citizen('个人账户 配偶 父母 子女', `${outpatient}#art_13__para_1__item_2`),
  citizen('退休人员个人账户', `${outpatient}#art_12__para_1__item_2`),
  citizen('外地看病怎么报销', `${outpatient}#art_21__para_1`),
  citizen('门诊额度能不能结转下一年度', `${outpatient}#art_8__para_1`),
  citizen('打击骗保', `${outpatient}#art_22__para_1`, `${outpatient}#art_23__para_1`),
  citizen('低保对象', `${relief}#art_8__para_1__item_2`),
  citizen('孤儿住院要自己出钱吗', `${relief}#art_14__para_1__item_1`),
  citizen('住院救助', `${relief}#art_14__para_1`),
  citizen('救助 起付标准 8500元', `${relief}#art_14__para_1__item_4`),
  citizen('医疗救助多少天发钱', `${relief}#art_17__para_1`),
  citizen('一站式结算', `${relief}#art_16__para_1`),
  // 热线
  citizen(
    '12345热线几个工作日答复',
    `${hotline2022}#art_12__para_1`,
    `${hotline2020}#art_13__para_1`,
  ),
  citizen('7x24小时', `${hotline2022}#art_2__para_1`),
  citizen('热线不予受理', `${hotline2022}#art_9__para_1`, `${hotline2020}#art_8__para_1`),
  citizen('申请延期1次', `${hotline2022}#art_15__para_2`),
  citizen('打12345会不会被打击报复', `${hotline2022}#art_26__para_1__item_6`),
  // 出生、残疾儿童、就业
  citizen('出生一件事', birth),
  citizen('新生儿上户口', `${birth}#a_2__b_3__c_2__p_1`, `${birth}#a_2__b_1__c_5__p_1`),
  citizen('落户 父母双方有一方', `${birth}#a_2__b_1__c_5__p_1`),
  citizen('智慧瓷都app', `${birth}#a_2__b_3__p_2`, `${birth}#a_2__p_1`),
  citizen('人工耳蜗', `${children}#a_2__b_3__c_2__p_1`, `${children}#a_2__b_3__c_3__p_1`),
  citizen('自闭症儿童补助', `${children}#a_2__b_3__c_1__p_1`),
  citizen('残疾儿童康复 15000元', `${children}#a_2__b_3__c_1__p_1`),
  citizen('残疾儿童康复救助向哪里申请', `${children}#a_3__b_1__p_1`),
  citizen('创业担保贷款最高', `${jobs}#a_3__b_6__p_1`),
  citizen('创业担保贷款 15万元', `${jobs}#a_3__b_6__p_1`),
  citizen('失业登记', `${jobs}#a_4__b_9__p_1`),
  citizen('失业金怎么领', `${jobs}#a_4__b_11__p_1`),
  citizen('见习补贴', `${jobs}#a_4__b_8__p_1`),
  citizen('扩岗补助', `${economy}#a_2__c_17__p_1`),
  // 生活
  citizen('房租减免', `${economy}#a_1__c_10__p_1`),
  citizen('住房公积金缓交', `${economy}#a_1__c_9__p_1`),
  citizen('欠费不停供', `${economy}#a_1__c_11__p_1`),
  citizen('消费券', `${economy}#a_4__c_32__p_1`, `${culture}#a_4__c_12__p_1`),
  citizen('景区门票降价', `${culture}#a_4__c_12__p_1`),
  citizen('带薪休假', `${culture}#a_4__c_10__p_1`),
  citizen('旅游被骗怎么赔', `${claims}#art_6__para_1`, `${claims}#art_9__para_1`),
  citizen('老年大学', `${care}#a_3__b_5__p_1`),
  citizen('养老机构有多少家', `${care}#a_1__b_1__c_2__p_1`),
  citizen('市政府公报在哪个网址看', 'gb2020-11-11#p_1'),
  nothing('citizen', '小区加装电梯补贴'),
  nothing('citizen', '地铁线路图'),
  // 工作人员：文号、期、条款
  staff('景府办字55号', hotline2020),
  staff('景府办字〔2022〕33号', 'jfbz-2022-33'),
  staff('景府发2022 7', 'jff-2022-7'),
  staff('景科字[2022]54', 'jkz-2022-54'),
  staff('市政府令1号', grain),
  issue('staff', '2022年第7期', '2022-7'),
  issue('staff', '2020年11期公报', '2020-11'),
  issue('staff', '总第46期', '2022-10'),
  staff('市政府令1号第二十七条', `${grain}#art_27`),
  staff('储备粮管理办法第33条', `${grain}#art_33`),
  staff('景府办字〔2020〕55号第十三条第一款第（二）项', `${hotline2020}#art_13__para_1__item_2`),
  staff('12345热线 第七条', `${hotline2022}#art_7`, `${hotline2020}#art_7`),
  staff('《景德镇市科技计划项目监督办法（试行）》第十七条', 'jkz-2022-54#art_17'),
  // 工作人员：内容
  staff('储备粮轮换', `${grain}#art_32__para_1`),
  staff('稻谷轮换周期', `${grain}#art_27__para_2`),
  staff('轮换架空期', `${grain}#art_27__para_4`),
  staff('动用储备粮的条件', `${grain}#art_33__para_1`),
  staff('凭证 资料 保留六年', `${grain}#art_31__para_3`),
  staff('林长制考核', 'jfbz-2022-21'),
  staff('林长制考核 优秀 90分', 'jfbz-2022-21#a_4__p_1'),
  staff('林地占补平衡', 'jfbz-2022-26'),
  staff('重大行政决策事项目录', 'jfbz-2022-25'),
  staff('农民建房', 'jfbz-2022-25#att_1__tbl_1__r_3'),
  staff('政策吹风会', 'jfbz-2022-33#a_4__b_12__p_1'),
  staff('水土保持考核 优秀 90分', 'jfbz-2019-4#a_3__b_5__p_2'),
  staff('容错纠错', 'jkz-2022-54#art_17__para_1'),
  staff('一卡通', 'jmz-2022-95#art_11__para_1'),
  staff('民政资金 30个工作日', 'jmz-2022-95#art_6__para_2__item_5'),
  staff('双随机一公开', 'jfbz-2022-45#a_2__b_2__c_1__p_2'),
  staff('行政复议窗口', 'jdf-2022-12#a_2__b_5__c_16__p_1'),
  staff('成品油税费改革资金', 'jff-2022-7#a_2__b_1__c_1__p_1'),
  staff('首违不罚 100元', 'jnz-2022-148#a_2__b_1__p_1'),
  staff('评估报告 60日', 'jaz-2020-15#art_9__para_1'),
  staff('先审后上', 'jwlz-2020-137#art_4__para_1'),
  staff('tomcat', 'jfbz-2019-7#att_2__a_1__b_4__p_1'),
  staff('医保基金缺口谁承担', 'jfbz-2020-53#a_3__b_3__p_1'),
  staff('县区不再开展政务公开第三方评估', 'jfbz-2022-33#a_5__b_16__p_1'),
  staff('秸秆还田', 'jfbz-2019-1#a_3__b_4__p_1', 'jfbz-2019-1#a_3__b_4'),
  // 记者
  journalist('胡雪梅', `${grain}#n__sign`, 'gb2022-10-8#p_1', 'gb2022-10-9#p_1', 'gb2022-7-10#p_1'),
  journalist('第71次常务会议', 'gb2020-11-10'),
  journalist('大棚房', 'gb2019-u1-10#p_5'),
  journalist('公立医院薪酬改革', 'gb2019-u1-11#p_4'),
  journalist('灾后重建', 'gb2022-7-10#p_3'),
  journalist('三中校长', 'jfz-2019-2#p_3'),
  journalist('谁当了市政府参事', 'jfz-2022-136#p_2', 'jfz-2022-136#p_3', 'jfz-2022-136#p_4'),
  journalist('及时奖励 一等奖', 'jfz-2020-48#att_1__a_1__b_1', 'jfz-2020-48#p_1'),
  journalist('2020年前三季度GDP', 'gb2020-11-8#tbl_1__r_n1'),
  journalist('60岁以上老人有多少', `${care}#a_1__b_2__c_1__p_1`),
  journalist('重点工程 完成投资 659.8亿元', 'gb2022-10-6#p_1'),
  nothing('journalist', '市长是谁任命的', '市长', '任免'),
  // 写错的
  misspelt('citizen', '出备粮', '储备粮'),
  misspelt('citizen', '醫療救助', '医疗救助'),
  misspelt('staff', 'linzhangzhi', '林长制'),
  misspelt('staff', '满意度提升形动', '满意度提升行动', '满意度提升'),
];

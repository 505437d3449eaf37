/** Words that names of bodies are made of, and the short forms people write for them. */

/** 医院、大学…: what kind of body a name ends with. Longest first where one ends with another. */
export const types = [
  '疾病预防控制中心', '社区卫生服务中心', '卫生服务中心', '妇幼保健院', '妇幼保健中心', '血液中心', '急救中心', '中心血站', '血站', '卫生院', '保健院', '科学院', '研究院', '设计院', '研究所', '设计所', '医院', '大学', '学院', '学校', '中学', '小学',
  '有限责任公司', '股份有限公司', '有限公司', '公司', '集团', '委员会', '协会', '学会', '联合会', '促进会', '基金会', '实验室', '出版社', '日报社', '晚报社', '日报', '晚报', '报社', '电视台', '中心', '法院', '检察院', '党校', '总队', '支队', '大队', '诊所', '工厂', '厅', '局', '厂', '站', '馆', '所', '社', '院', '校', '台',
].sort((a, b) => b.length - a.length)

/** What is one kind under several words. */
export const kindOfType = (type: string): string => (type.endsWith('公司') ? '公司' : /日报|晚报/u.test(type) ? '报社' : type === '院' ? '医院' : type)

/** A type word here is part of a longer one, or of none: 中心医院, 社会科学, 所属, 大学生, 集团公司. */
export const notHere: Readonly<Record<string, RegExp>> = {
  中心: /^(?:医院|小学|学校|中学|血站|卫生院|城|区)/u, 社: /^(?:区|会|科)/u, 所: /^(?:属|在|有|长)/u, 大学: /^生/u, 集团: /^(?:股份|有限|公司|总公司|总医院)/u, 站: /^(?:长|前|点)/u, 馆: /^(?:长|员)/u, 厂: /^(?:长|矿)/u, 局: /^(?:长|部)/u, 厅: /^(?:长|级)/u,
  院: /^(?:长|士|区|级|内|感|前|办|校|系|党|务)/u, 校: /^(?:长|区|园|友|级|办)/u, 台: /^(?:州|长|阶)/u, 小学: /^生/u, 中学: /^(?:生|部)/u, 学院: /^(?:派|士)/u,
}

/** 人民、医科、师范…: which of the kind it is, told by a word that many bodies share. */
export const modifiers = [
  '医科', '医学', '师范', '理工', '科技', '科学技术', '农业', '林业', '工业', '交通', '财经', '民族', '中医药', '中西医结合', '中医', '人民', '中心', '妇幼保健', '妇幼', '妇女儿童', '儿童', '妇产', '肿瘤', '口腔', '眼科', '传染病', '胸科', '骨科', '精神卫生', '职业技术', '职业', '技术', '铁路', '总', '红十字', '卫生健康', '卫生', '教育', '科学', '公安', '社会', '工程', '临床医', '临床', '医', '护理', '康复', '外国语', '外语', '政法', '体育', '艺术', '石油', '海洋', '水利', '气象', '地质', '通信', '电力', '轻工', '化工', '机械', '航空', '海事', '音乐', '美术', '建筑', '矿业', '冶金', '经贸', '商', '工',
].sort((a, b) => b.length - a.length)

const numeral = '一二三四五六七八九十'
/** Short forms, each to the words it stands for. In this order. */
const expansions: readonly (readonly [RegExp, string])[] = [
  [/中科院/gu, '中国科学院'], [/社科院/gu, '社会科学院'], [/农科院/gu, '农业科学院'], [/林科院/gu, '林业科学院'], [/医科院/gu, '医学科学院'], [/中国医学科学院/gu, '中国医学科学院'],
  [/中医大(?!学)/gu, '中医药大学'], [/医大(?!学)/gu, '医科大学'], [/师大(?!学)/gu, '师范大学'], [/理工大(?!学)/gu, '理工大学'], [/科大(?!学)/gu, '科技大学'], [/农大(?!学)/gu, '农业大学'], [/工大(?!学)/gu, '工业大学'], [/林大(?!学)/gu, '林业大学'], [/财大(?!学)/gu, '财经大学'], [/民大(?!学)/gu, '民族大学'], [/交大(?!学)/gu, '交通大学'],
  [/卫健委|卫生健康委(?!员)/gu, '卫生健康委员会'], [/发改委/gu, '发展和改革委员会'], [/疾控中心|疾控(?!中)/gu, '疾病预防控制中心'], [/科协(?!会)/gu, '科学技术协会'], [/妇幼院/gu, '妇幼保健院'], [/人医(?!院)/gu, '人民医院'], [/中研院/gu, '中央研究院'],
  [new RegExp(`第([${numeral}])附属医院`, 'gu'), '附属第$1医院'], [new RegExp(`第?([${numeral}])附(?:属)?院`, 'gu'), '附属第$1医院'], [new RegExp(`附(?:属)?第?([${numeral}])(?:医院|院)`, 'gu'), '附属第$1医院'], [new RegExp(`附属?([${numeral}])$`, 'gu'), '附属第$1医院'], [/附院/gu, '附属医院'], [/附中(?!心|医)/gu, '附属中学'], [/附小/gu, '附属小学'],
  [new RegExp(`(?<!第)([${numeral}])(?:医院|院)`, 'gu'), '第$1医院'], [new RegExp(`第([${numeral}])院`, 'gu'), '第$1医院'], [/([省市县])医(?=$|急|内|外|儿|护|检|放)/gu, '$1人民医院'], [/([省市县区])中医院/gu, '$1中医医院'], [/中医院/gu, '中医医院'], [/医研所/gu, '医学研究所'],
  [/科研所/gu, '科学研究所'], [/(?<=科学院.{1,8})所$/gu, '研究所'], [new RegExp(`(?<!第)([${numeral}])中(?!心|医|学|西|央|国)`, 'gu'), '第$1中学'], [/科学技术/gu, '科技'],
]
/** @param folded by `foldName` */
export const expanded = (folded: string): string => {
  const digits = folded.replace(/第(\d{1,2})/gu, (_, d: string) => `第${numeralOf(Number(d))}`)
  return expansions.reduce((text, [short, whole]) => text.replace(short, whole), digits).replace(/中医医医院/gu, '中医医院')
}
const numeralOf = (n: number): string => (n >= 1 && n <= 10 ? numeral.charAt(n - 1) : n < 20 ? `十${numeral.charAt(n - 11)}` : String(n))

/** Invented data for the living page (示例). Nothing here is a rule of the product. */
import type { ClauseRef } from '#core/kernel/clause'
import type { Finding } from '#core/kernel/finding'
import { useLanguage } from '../../text/use-text'

/** `s('中文', 'English')`: sample words stand where they are used, not in the catalogue. */
export const useSample = () => {
  const language = useLanguage()
  return (zh: string, en: string) => (language === 'zh' ? zh : en)
}

const source = { definition: 'sample', zh: '通知', en: 'notice' }
export const materialClause: ClauseRef = { number: '四、1', zh: '照片为 jpg 格式，每张不小于 2 MB', en: 'photographs as jpg, each at least 2 MB', source }
export const procedureClause: ClauseRef = { number: '六、（三）', zh: '按民主程序确定人选，并在一定范围内公示', en: 'choose by democratic procedure and show the choice within the unit', source }
export const officeClause: ClauseRef = { number: null, zh: '评选机构以出席人数三分之二以上赞成为当选', en: 'two thirds of those present elect', decidedOn: '2026-05-06' }

export const findings = {
  block: {
    code: 'photo.tooSmall', strength: 'block', at: { material: 'photo', file: '授课.jpg' }, clause: materialClause,
    what: { zh: '照片 1.4 MB，小于规定的 2 MB', en: 'The photograph has 1.4 MB; at least 2 MB are asked' },
    mend: { zh: '请拍摄者用“原图”重发，或从相机、手机相册直接选取。', en: 'Ask for the original file, or pick it straight from the camera or the phone’s album.' },
  },
  warn: {
    code: 'form.olderVersion', strength: 'warn', at: { material: 'form' }, clause: materialClause,
    what: { zh: '盖章件是第 6 版，电子版已到第 7 版', en: 'The stamped copy is version 6, the form is at version 7' },
    mend: { zh: '按第 7 版重新打印、盖章、扫描。', en: 'Print, stamp and scan version 7.' },
  },
  note: {
    code: 'deeds.unsupported', strength: 'note', at: { field: 'deeds' }, clause: officeClause,
    what: { zh: '“全省首台”在考核调研纪要中无记载', en: 'The claim to be first in the province is not in the minutes' },
    mend: { zh: '补佐证，或改为“自主研制”。', en: 'Add evidence, or say “developed by the unit”.' },
  },
  idNumber: {
    code: 'idNumber.checkDigit', strength: 'warn', at: { field: 'idNumber' }, clause: null,
    what: { zh: '身份证号末位与前 17 位对不上', en: 'The last character does not fit the first 17' },
    mend: { zh: '对照证件再录一次。', en: 'Compare with the card and type it again.' },
  },
} as const satisfies Record<string, Finding>

export const longUnit = '银渡市边境牧区流动诊疗服务队（银渡市第四人民医院代管）'
export const ballots = [
  { rank: 1, name: '沈若川', unit: '青陵市医学会', votes: 10, entitled: 10, tone: 'in' },
  { rank: 2, name: '阿依努尔·托合提江', unit: longUnit, votes: 8, entitled: 9, tone: 'in' },
  { rank: 3, name: '唐亦凡', unit: '棠溪市中医医院', votes: 7, entitled: 10, tone: 'tie' },
  { rank: 3, name: '罗青川', unit: '苍屏市红十字中心血站', votes: 7, entitled: 10, tone: 'tie' },
  { rank: 5, name: '顾南星', unit: '丹麓市医学会', votes: 5, entitled: 10, tone: 'out' },
] as const
export const behind = [
  { id: '1', unit: '沐江市中医医院', state: 'none', words: ['未打开', 'Not opened'], at: ['通知已送达，无人登录', 'Delivered, nobody signed in'], days: 14, who: '白若水' },
  { id: '2', unit: longUnit, state: 'none', words: ['未打开', 'Not opened'], at: ['登记手机停用，短信退回', 'The registered phone is dead'], days: 14, who: '热娜古丽·艾山' },
  { id: '3', unit: '雪塘市医学会', state: 'wait', words: ['已阅未填', 'Read, not begun'], at: ['反映没有合适人选', 'Says there is nobody suitable'], days: 6, who: '石映雪' },
] as const
export type Behind = (typeof behind)[number]
export const hash = '7c1e90ab44f2e18d5bb07a93c2d4f6018e3a5c7b9d0f2144668aaccee113d803'

/** 信: what a letter of the office says, in both languages. Nothing in it but the campaign, its end, what is missing and where to go. */
import type { Words } from '../kernel/finding'
import { sayEnd, sayFullEnd, type Instant } from '../kernel/instant'
import { lackNames, saidLacks, type Lack } from './behind'

/** One campaign as one unit is told of it. */
export interface Matter {
  readonly campaignId: string
  readonly campaign: Words
  readonly unitId: string
  readonly unitName: string
  /** The end that holds for the unit. */
  readonly end: Instant
  /** Where the unit goes on. */
  readonly link: string
  readonly lacks: readonly Lack[]
}
export interface Letter { readonly subject: string; readonly text: string }

/** Names come from others: no line break, no control and no turning of the writing direction gets into a letter by them. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()

const LONGEST_NAME = 60
const short = (text: string): string => {
  const letters = [...oneLine(text)]
  return letters.length <= LONGEST_NAME ? letters.join('') : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`
}
const unitsOf = (matters: readonly Matter[]): string[] => [...new Set(matters.map((m) => oneLine(m.unitName)))]

/** Chinese first, the same in English below. */
const letter = (subject: Words, text: { readonly zh: readonly string[]; readonly en: readonly string[] }): Letter =>
  ({ subject: oneLine(subject.zh), text: [...text.zh, '', '- - -', '', subject.en, '', ...text.en, ''].join('\n') })

const foot = (office: Words): { zh: string[]; en: string[] } => ({
  zh: ['', `此信由${oneLine(office.zh)}的活动办公系统自动发出，不收回信。`],
  en: ['', `Sent by the campaign system of ${oneLine(office.en)}; replies are not read.`],
})

/** The letter of issuing: one for each recipient. */
export const issueLetter = (office: Words, matters: readonly Matter[]): Letter => {
  const [first] = matters as readonly [Matter, ...Matter[]]
  const end = sayFullEnd(first.end)
  const links = [...new Set(matters.map((m) => m.link))]
  const { zh, en } = foot(office)
  return letter({ zh: `新活动：${short(first.campaign.zh)}`, en: `New campaign: ${short(first.campaign.en)}` }, {
    zh: [`${unitsOf(matters).join('、')}：`, '', `${oneLine(office.zh)}发布了“${oneLine(first.campaign.zh)}”。`, `报送截止：${end.zh}`, '', '请打开通知，看过后点“已阅知”：', ...links, ...zh],
    en: [`${oneLine(office.en)} has issued “${oneLine(first.campaign.en)}”.`, `Nominations close on ${end.en}.`, '', 'Open the notice and acknowledge it:', ...links, ...en],
  })
}

/** 延长: told to every unit alike, with the reason on record. */
export const extensionLetter = (office: Words, matters: readonly Matter[], reason: string): Letter => {
  const [first] = matters as readonly [Matter, ...Matter[]]
  const end = sayFullEnd(first.end)
  const { zh, en } = foot(office)
  const links = [...new Set(matters.map((m) => m.link))]
  return letter({ zh: `截止时间延长：${short(first.campaign.zh)}，${sayEnd(first.end).zh} 截止`, en: `Deadline extended: ${short(first.campaign.en)} closes on ${sayEnd(first.end).en}` }, {
    zh: [`${unitsOf(matters).join('、')}：`, '', `“${oneLine(first.campaign.zh)}”的报送截止时间延长，对所有单位一律有效。`, `新的截止时间：${end.zh}`, `理由：${oneLine(reason)}`, '', ...links, ...zh],
    en: [`The deadline of “${oneLine(first.campaign.en)}” is extended, for all units alike.`, `New deadline: ${end.en}`, `Reason: ${oneLine(reason)}`, '', ...links, ...en],
  })
}

/** The letter of a reminder round: everything a recipient is behind with, the nearest end first. */
export const reminderLetter = (office: Words, matters: readonly Matter[]): Letter => {
  const [first] = matters as readonly [Matter, ...Matter[]]
  const end = sayEnd(first.end)
  const campaigns = new Set(matters.map((m) => m.campaignId)).size
  const names = unitsOf(matters)
  const item = (m: Matter, i: number): { zh: string[]; en: string[] } => {
    const [term, missing] = [sayFullEnd(m.end), saidLacks(m.lacks).map((l) => lackNames[l])]
    const unit = names.length > 1 ? oneLine(m.unitName) : null
    return {
      zh: ['', `${i + 1}. ${oneLine(m.campaign.zh)}`, ...(unit === null ? [] : [`   单位：${unit}`]), `   截止：${term.zh}`, `   还差：${missing.map((w) => w.zh).join('；')}`, `   办理：${m.link}`],
      en: ['', `${i + 1}. ${oneLine(m.campaign.en)}`, ...(unit === null ? [] : [`   Unit: ${unit}`]), `   Closes: ${term.en}`, `   Missing: ${missing.map((w) => w.en).join('; ')}`, `   Go on at: ${m.link}`],
    }
  }
  const items = matters.map(item)
  const { zh, en } = foot(office)
  const subject = campaigns === 1
    ? { zh: `提醒：${short(first.campaign.zh)}，${end.zh} 截止`, en: `Reminder: ${short(first.campaign.en)} closes on ${end.en}` }
    : { zh: `提醒：${campaigns} 项活动没有办完，最早 ${end.zh} 截止`, en: `Reminder: ${campaigns} campaigns are not finished; the first closes on ${end.en}` }
  return letter(subject, { zh: [`${names.join('、')}：`, '', '下列活动还没有办完：', ...items.flatMap((i) => i.zh), ...zh], en: ['These campaigns are not finished:', ...items.flatMap((i) => i.en), ...en] })
}

/** All keyed texts. The Chinese file of an area is the source of its keys; the English one `satisfies` the same shape. */
import { account } from './zh/account'
import { appraisal } from './zh/appraisal'
import { assignment } from './zh/assignment'
import { common } from './zh/common'
import { conflicts } from './zh/conflicts'
import { consult } from './zh/consult'
import { data } from './zh/data'
import { experts } from './zh/experts'
import { entry } from './zh/entry'
import { gate } from './zh/gate'
import { honours } from './zh/honours'
import { juries } from './zh/juries'
import { keys } from './zh/keys'
import { onPaper } from './zh/on-paper'
import { jury } from './zh/jury'
import { late } from './zh/late'
import { news } from './zh/news'
import { leads } from './zh/leads'
import { objections } from './zh/objections'
import { office } from './zh/office'
import { opinion } from './zh/opinion'
import { packages } from './zh/packages'
import { paper } from './zh/paper'
import { candidate } from './zh/candidate'
import { people } from './zh/people'
import { phone } from './zh/phone'
import { privacy } from './zh/privacy'
import { release } from './zh/release'
import { rounds } from './zh/rounds'
import { secrecy } from './zh/secrecy'
import { posterTemplates } from './zh/poster-templates'
import { posters } from './zh/posters'
import { joining } from './zh/joining'
import { pressKits } from './zh/press-kits'
import { siteLook } from './zh/site-look'
import { activities } from './zh/activities'
import { interviews } from './zh/interviews'
import { links } from './zh/links'
import { media } from './zh/media'
import { stories } from './zh/stories'
import { supervision } from './zh/supervision'
import { supervisor } from './zh/supervisor'
import { unit } from './zh/unit'
import { upward } from './zh/upward'
import { balance } from './zh/balance'
import { finalReport } from './zh/final-report'
import { situations } from './zh/situations'
import { votes } from './zh/votes'
import { viewer } from './zh/viewer'

export const zh = {
  account,
  common,
  entry,
  office,
  unit,
  jury,
  late,
  leads,
  news,
  objections,
  supervisor,
  candidate,
  opinion,
  packages,
  paper,
  people,
  phone,
  rounds,
  secrecy,
  viewer,
  appraisal,
  data,
  consult,
  gate,
  honours,
  conflicts,
  experts,
  juries,
  keys,
  onPaper,
  assignment,
  privacy,
  release,
  supervision,
  upward,
  votes,
  balance,
  posterTemplates,
  posters,
  joining,
  pressKits,
  siteLook,
  stories,
  activities,
  interviews,
  links,
  finalReport,
  situations,
  media,
} as const

type Texts = typeof zh
type Area = keyof Texts
/** `unit.checklist.title`: the area, then the key in its file. */
export type TextKey = { [A in Area]: `${A}.${keyof Texts[A] & string}` }[Area]
type TextOf<K extends TextKey> = K extends `${infer A extends Area}.${infer Rest}` ? (Rest extends keyof Texts[A] ? Texts[A][Rest] : never) : never
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** The parameters a text asks for; none means the argument is left out. */
export type Values<K extends TextKey> = [NamesIn<TextOf<K>>] extends [never] ? [] : [values: Record<NamesIn<TextOf<K>> & string, string | number>]

/** English is fetched when somebody first reads in it: most never do. */
const areas: Record<'zh' | 'en', Record<string, Record<string, string>>> = { zh, en: zh }

export const fetchTexts = async (language: 'zh' | 'en'): Promise<void> => {
  if (language === 'en' && areas.en === zh) areas.en = (await import('./en')).en
}

export const lookUp = (language: 'zh' | 'en', key: string): string => {
  const cut = key.indexOf('.')
  return areas[language][key.slice(0, cut)]?.[key.slice(cut + 1)] ?? key
}

/** Puts values into `{name}` places; an unknown place stays as it stands, so that it is seen. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

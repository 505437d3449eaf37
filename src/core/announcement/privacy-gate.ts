import { finding, type Finding } from '../kernel/finding'
import { isPassed, type PassedThing } from './privacy-pass'
import { evened, findPersonal, sayKind, type PersonalKind } from './personal-data'

/** 公示、宣传之前: a machine gate over every text that goes public, with where it was found. */
export const privacyGate = (texts: readonly { readonly at: string; readonly text: string; /** Whose it is, where something of it may have been let pass. */ readonly of?: string }[], passed: readonly PassedThing[] = []): Finding[] =>
  texts.flatMap(({ at, text, of }) => [...new Map(findPersonal(text).filter(({ kind, found }) => of === undefined || !isPassed(passed, { of, text, kind, found })).map((p) => [p.kind, p])).values()].map(({ kind, shown }) => finding({
    code: `privacy.${kind}`, strength: 'block', at: { field: at }, rule: null,
    what: [`要公开的文字里有${sayKind[kind][0]}（${at}：${shown}）`, `The text to be published holds ${sayKind[kind][1]} (${at}: ${shown})`], mend: ['请删去后再发布。', 'Remove it before publishing.'] })))

/** Of which a public page shows nothing unless the notice states it as its contact. */
const neverShown = new Set<PersonalKind>(['idNumber', 'phone', 'birthDate', 'address', 'bankCard', 'passport'])
/** A text of the office for a public page: what would name a person by number is blanked out; without such a number it stays as it is written. */
export const withoutPrivate = (text: string, stated: readonly string[]): string => {
  const hits = findPersonal(text).filter((p) => neverShown.has(p.kind) && !stated.some((s) => s !== '' && evened(s).includes(p.found)))
  return hits.length === 0 ? text : hits.reduce((out, { found }) => out.replaceAll(found, '＊'.repeat(6)), evened(text))
}

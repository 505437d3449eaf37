/** 回避的发现: every sign that a juror and a candidate know each other, from what both sides wrote. It recuses nobody; people decide. */
import { compareUnits, stronger, weaker, type Certainty } from './compare-units'
import { USUAL_YEARS, type CandidateFacts, type Hit, type JurorFacts, type Sign } from './facts'
import { foldName } from './name-characters'
import { lettersOf, mentions, readPerson, sameName, type PersonName } from './person-name'
import { readUnits, unitsIn, type UnitName } from './unit-name'

export interface Asked { readonly /** The year it is. */ year: number; /** 同一单位 within so many years; absent: the usual number. */ readonly years?: number }

/** All pairs with a sign, the certain first; pairs without one are left out. */
export const detect = (jurors: readonly JurorFacts[], candidates: readonly CandidateFacts[], asked: Asked): Hit[] => [...detecting(jurors, candidates, asked)].flat().sort((a, b) => rank(a.certainty) - rank(b.certainty))

/** The same juror by juror, for a caller who must do other things in between. */
export const detecting = function* (jurors: readonly JurorFacts[], candidates: readonly CandidateFacts[], asked: Asked): Generator<Hit[]> {
  const since = asked.year - (asked.years ?? USUAL_YEARS)
  const known = candidates.map((c) => readCandidate(c))
  for (const facts of jurors) {
    const j = readJuror(facts)
    yield known.flatMap((c): Hit[] => {
      const signs = signsOf(j, c, since, asked.year).sort((a, b) => rank(a.certainty) - rank(b.certainty))
      return signs.length === 0 ? [] : [{ juror: j.facts.id, candidate: c.facts.id, certainty: signs.map((s) => s.certainty).reduce(stronger), signs }]
    })
  }
}
const rank = (c: Certainty): number => ['certain', 'likely', 'ask'].indexOf(c)

interface ReadJuror { readonly facts: JurorFacts; readonly name: PersonName; readonly unit: UnitName[]; readonly parent: UnitName[]; readonly places: readonly { readonly unit: UnitName[]; readonly words: string; readonly from: number | null; readonly to: number | null }[]; readonly ties: readonly { readonly relation: JurorFacts['ties'][number]['relation']; readonly name: PersonName }[] }
interface ReadCandidate {
  readonly facts: CandidateFacts; readonly name: PersonName; readonly employer: UnitName[]; readonly nominating: UnitName[]; readonly above: readonly { readonly unit: UnitName[]; readonly words: string }[]
  readonly lines: readonly { readonly units: UnitName[]; readonly words: string; readonly from: number | null; readonly to: number | null }[]
  readonly texts: readonly { readonly field: string; readonly label: string; readonly folded: string; readonly letters: string }[]
  /** All of them, to see at once that somebody is named nowhere. */
  readonly all: string; readonly anyLetters: boolean
}

const readJuror = (facts: JurorFacts): ReadJuror => ({
  facts, name: readPerson(facts.name, facts.spelling), unit: readUnits(facts.unit), parent: readUnits(facts.parentUnit),
  places: facts.places.map((p) => ({ unit: readUnits(p.unit), words: p.unit, from: p.from, to: p.to })), ties: facts.ties.map((t) => ({ relation: t.relation, name: readPerson(t.name) })),
})
const yearOf = (text: string): number | null => { const m = /(?:19|20)\d{2}/u.exec(text.normalize('NFKC')); return m === null ? null : Number(m[0]) }
const readCandidate = (facts: CandidateFacts): ReadCandidate => {
  const texts = [...facts.texts, ...facts.resume.map((e) => ({ field: 'resume', label: '简历', text: e.what }))].map((t) => ({ field: t.field, label: t.label, folded: foldName(t.text), letters: lettersOf(t.text) }))
  return {
    facts, texts, all: texts.map((t) => t.folded).join('\n'), anyLetters: texts.some((t) => t.letters !== ''),
    name: readPerson(facts.name, facts.spelling), employer: readUnits(facts.employer), nominating: readUnits(facts.nominatingUnit), above: facts.unitsAbove.map((words) => ({ unit: readUnits(words), words })),
    lines: facts.resume.map((e) => ({ units: unitsIn(e.what), words: [`${e.from}—${e.to}`, e.what].join(' '), from: yearOf(e.from), to: yearOf(e.to) })),
  }
}

const signsOf = (j: ReadJuror, c: ReadCandidate, since: number, year: number): Sign[] => [...itself(j, c), ...units(j, c), ...past(j, c, since, year), ...named(j, c), ...told(j, c)]

const itself = (j: ReadJuror, c: ReadCandidate): Sign[] => {
  const alike = sameName(j.name, c.name)
  if (alike === null) return []
  const at = { juror: { at: 'name', words: j.facts.name }, candidate: { at: 'name', label: '', words: c.facts.name } } as const
  const unit = compareUnits(j.unit, c.employer)
  return unit?.tie === 'same' ? [{ kind: 'self', certainty: weaker(alike, unit.certainty), ...at }] : alike === 'ask' ? [] : [{ kind: 'sameName', certainty: 'ask', ...at }]
}

/** Where both work now, what that belongs to, and who nominated. */
const units = (j: ReadJuror, c: ReadCandidate): Sign[] => {
  const found: Sign[] = []
  const employer = { at: 'employer', label: '', words: c.facts.employer }
  const own = { at: 'unit', words: j.facts.unit } as const
  const now = compareUnits(j.unit, c.employer)
  if (now !== null) found.push({ kind: now.tie === 'same' ? 'sameUnit' : now.tie === 'siblings' ? 'underOne' : 'unitAbove', certainty: now.certainty, juror: own, candidate: employer })
  const nominator = compareUnits(j.unit, c.nominating)
  const nominating = { at: 'nominatingUnit', label: '', words: c.facts.nominatingUnit }
  if (nominator?.tie === 'same') found.push({ kind: 'nominated', certainty: nominator.certainty, juror: own, candidate: nominating })
  else if (now === null && nominator !== null && nominator.tie !== 'siblings') found.push({ kind: 'unitAbove', certainty: weaker(nominator.certainty, 'likely'), juror: own, candidate: nominating })
  if (j.parent.length > 0) {
    const above = compareUnits(j.parent, c.employer)
    if (above !== null && above.tie !== 'siblings' && now?.tie !== 'same') found.push({ kind: above.tie === 'same' ? 'unitAbove' : 'underOne', certainty: above.tie === 'same' ? above.certainty : 'ask', juror: { at: 'parentUnit', words: j.facts.parentUnit }, candidate: employer })
    const by = compareUnits(j.parent, c.nominating)
    if (by?.tie === 'same') found.push({ kind: 'unitAbove', certainty: weaker(by.certainty, 'likely'), juror: { at: 'parentUnit', words: j.facts.parentUnit }, candidate: nominating })
  }
  for (const a of c.above) {
    const tie = compareUnits(j.unit, a.unit)
    if (tie?.tie === 'same') found.push({ kind: 'unitAbove', certainty: weaker(tie.certainty, 'likely'), juror: own, candidate: { at: 'unitsAbove', label: '', words: a.words } })
  }
  return found
}

/** 简历与任职经历: one body within the years the rule asks about, whoever left it. */
const past = (j: ReadJuror, c: ReadCandidate, since: number, year: number): Sign[] => {
  const found: Sign[] = []
  const at = [{ unit: j.unit, words: j.facts.unit, place: 'unit' as const, from: null, to: null }, ...j.places.map((p) => ({ ...p, place: 'places' as const }))]
  const ended = (to: number | null): number => to ?? year
  for (const p of at) {
    if (p.place === 'places') {
      const now = compareUnits(p.unit, c.employer)
      if (now?.tie === 'same' && ended(p.to) >= since) found.push({ kind: 'usedToWork', certainty: weaker(now.certainty, 'likely'), juror: { at: 'places', words: saidPlace(p) }, candidate: { at: 'employer', label: '', words: c.facts.employer } })
    }
    for (const line of c.lines) {
      if (ended(line.to) < since || ended(p.to) < since) continue
      const best = line.units.map((u) => compareUnits(p.unit, [u])).filter((m) => m?.tie === 'same').map((m) => m!.certainty).sort((x, y) => rank(x) - rank(y))[0]
      // The line of the work held now says what the employer says.
      if (best === undefined || (p.place === 'unit' && line.to === null && compareUnits(p.unit, c.employer)?.tie === 'same')) continue
      const together = (p.from ?? 0) <= ended(line.to) && (line.from ?? 0) <= ended(p.to)
      found.push({ kind: 'usedToWork', certainty: weaker(best, together && p.from !== null ? 'certain' : 'likely'), juror: { at: p.place, words: p.place === 'unit' ? p.words : saidPlace(p) }, candidate: { at: 'resume', label: '', words: line.words } })
    }
  }
  return found
}
const saidPlace = (p: { readonly words: string; readonly from: number | null; readonly to: number | null }): string => (p.from === null && p.to === null ? p.words : `${p.words}（${p.from ?? ''}—${p.to ?? ''}）`)

const TEACHER = /导师|师从|师承|指导教师|博导|硕导|恩师|学生|弟子|门下/u
const PROJECT = /合作|课题|项目|论文|合著|共同|联合|团队|发明人|专利|主编|副主编|编著|作者|完成人|et al|author|with/iu
const KIN = /配偶|妻子|丈夫|爱人|夫妻|父亲|母亲|父子|母女|儿子|女儿|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|岳父|岳母|公公|婆婆|女婿|儿媳|舅|叔|伯|姑|姨|侄|外甥|堂[兄弟姐妹]|表[兄弟姐妹]|亲属|家属/u
const CLAUSE = /[,;。!?]/u
const REFEREE = /推荐人|推荐专家|提名人|提名专家|推荐院士|介绍人/u

/** The juror's name in what the unit and the candidate wrote. */
const named = (j: ReadJuror, c: ReadCandidate): Sign[] => {
  const found: Sign[] = []
  if (!c.all.includes(j.name.plain) && !c.anyLetters) return found
  for (const t of c.texts) for (const m of mentions(t.folded, j.name, t.letters)) {
    // What stands in another clause is about somebody else; of a list of authors the heading may stand further off.
    const near = `${m.before.split(CLAUSE).at(-1)}${m.after.split(CLAUSE)[0]}`
    const kind = KIN.test(near) ? 'relative' : REFEREE.test(t.label) || REFEREE.test(near) ? 'referee' : TEACHER.test(near) || TEACHER.test(t.label) ? 'teacherStudent' : PROJECT.test(`${m.before}${m.after}`) || PROJECT.test(t.label) ? 'sameProject' : 'named'
    const certainty: Certainty = kind === 'named' ? 'ask' : weaker(m.certainty, 'likely')
    if (!found.some((f) => f.kind === kind && f.candidate.at === t.field)) found.push({ kind, certainty, juror: { at: 'name', words: j.facts.name }, candidate: { at: t.field, label: t.label, words: m.words } })
  }
  return found
}

/** The candidate's name in what the juror said of ties; or of both, one name. */
const told = (j: ReadJuror, c: ReadCandidate): Sign[] => j.ties.flatMap((t): Sign[] => {
  const alike = sameName(t.name, c.name)
  if (alike !== null) return [{ kind: t.relation, certainty: weaker(alike, 'likely'), juror: { at: 'ties', words: t.name.words }, candidate: { at: 'name', label: '', words: c.facts.name } }]
  return []
})

/** The same paper asked by two rules, or the same thing asked by two fields of the form. */
import type { Material } from '../../rules/material-terms'
import { rulesOf, type ResolvedRule } from '../definition'
import { bareName, likeness } from './likeness'
import { beside, cited, contradiction, type Check } from './matter'

type Asked = ResolvedRule<'material'>

/** Word and stamped PDF of one form are two things; two stamped PDFs of it are one. */
const sameFile = (a: Material['file'], b: Material['file']): boolean => {
  if (a.type !== b.type) return false
  if (a.type === 'video' && b.type === 'video') return a.containers.some((c) => b.containers.includes(c))
  if (a.type === 'document' && b.type === 'document') return a.stamped === b.stamped && a.formats.some((f) => b.formats.includes(f))
  return true
}

/** One for Party members and one for the others is one for each. */
const sameWhom = (a: Asked, b: Asked): boolean => JSON.stringify(a.when) === JSON.stringify(b.when)

/** The same but for a word that only says whose it is. */
const bare = (name: string): string => bareName(name).replaceAll(/候选人|推荐人选|被推荐人|人选|推荐对象|单位/gu, '')
const sameName = (a: string, b: string): boolean => bareName(a) === bareName(b) || (bare(a).length >= 2 && bare(a) === bare(b)) || (bareName(a).length >= 6 && likeness(bareName(a), bareName(b)) >= 0.85)

const papers = (all: readonly Asked[]) => all.flatMap((m, i) => {
  const first = all.slice(0, i).find((o) => sameFile(o.file, m.file) && sameName(o.name.zh, m.name.zh) && sameWhom(o, m))
  return first === undefined ? [] : [contradiction({ code: 'askedTwice', strength: 'warn', rule: m, against: beside(first),
    what: [`${cited(m).zh}与${cited(first).zh}要的是同一份材料`, `${cited(m).en} and ${cited(first).en} ask for the same thing`], mend: ['请删去一条，减轻基层负担；确是两份的，写明理由。', 'Remove one of them; if they are two papers, say why.'] })]
})

const fields = (all: readonly ResolvedRule<'formField'>[]) => all.flatMap((f, i) => {
  const first = all.slice(0, i).find((o) => o.label.zh === f.label.zh)
  return first === undefined ? [] : [contradiction({ code: 'fieldTwice', strength: 'warn', rule: f, against: beside(first),
    what: [`推荐表里“${f.label.zh}”有两栏（${first.field}、${f.field}）`, `The form asks “${f.label.en}” twice (${first.field}, ${f.field})`], mend: ['请删去一栏；要分开填的，改栏目名。', 'Remove one; if both are meant, name them apart.'] })]
})

export const askedTwice: Check = ({ definition }) => [...papers(rulesOf(definition, 'material')), ...fields(rulesOf(definition, 'formField'))]

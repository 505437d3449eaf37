/** What a definition asks for that cannot come about: rounds the product cannot run, rules that name others that are not there, promises its own demands break; and what people have to see to themselves. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { cannotRun } from '../review/runnable'
import { kindOf } from '../rules/kinds'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from './definition'

type Rules = Pick<ResolvedDefinition, 'rules'>

/** Empty: everything that the definition asks can come about. */
export const feasible = (d: Rules): Finding[] => [...runs(d), ...named(d), ...recusals(d), ...promises(d), ...byHand(d)]

const at = (rule: ResolvedRule) => ({ field: `rule.${rule.id}` })

const runs = (d: Rules): Finding[] => {
  const no = (rule: ResolvedRule, what: readonly Words[]): Finding[] => (what.length === 0 ? [] : [finding({ code: 'ready.cannotRun', strength: 'block', rule, at: at(rule),
    what: [`系统还不能办理：${what.map((w) => w.zh).join('、')}（${kindOf(rule).say(rule).zh}）`, `The product cannot do this yet: ${what.map((w) => w.en).join(', ')} (${kindOf(rule).say(rule).en})`],
    mend: ['请改为以赞成票表决的轮次，把这一部分放到系统之外办理并在“有关要求”里写明。', 'Make it a round by approval vote, and see to this part outside, saying so as a duty.'] })])
  return rulesOf(d, 'round').flatMap((r) => no(r, cannotRun(r)))
}

/** Ids of other rules, with the kind each must be of. */
const names = (r: ResolvedRule): readonly (readonly [id: string, kind: ResolvedRule['kind']])[] => {
  const all = (ids: readonly (string | undefined)[] | undefined, kind: ResolvedRule['kind']) => (ids ?? []).filter((id) => id !== undefined).map((id) => [id, kind] as const)
  switch (r.kind) {
    case 'round': return [...all([r.after], 'round'), ...all(r.disjointFrom, 'round'), ...all(r.weights?.map((w) => w.round), 'round')]
    case 'jury': return all(r.rounds, 'round')
    case 'material': return [...all(r.agreesWith, 'material'), ...all([r.dueBy], 'dueDate')]
    case 'procedureStep': return [...all(r.evidence, 'material'), ...all(r.after, 'procedureStep')]
    case 'publicNotice': return all([r.step], 'procedureStep')
    case 'opinion': case 'requiredHonour': return all([r.evidence], 'material')
    case 'reportBack': return all([r.material], 'material')
    default: return []
  }
}

const named = (d: Rules): Finding[] => d.rules.flatMap((rule) => names(rule).filter(([id, kind]) => !d.rules.some((r) => r.id === id && r.kind === kind)).map(([id]) => finding({
  code: 'ready.noSuchRule', strength: 'block', rule, at: at(rule), what: [`“${rule.id}”提到的 ${id} 不在方案里`, `${id}, which “${rule.id}” names, is not in the definition`], mend: ['请补上那一条，或去掉这里的代号。', 'Add that rule, or take its id out here.'],
})))

/** A jury's recused members leave the base, or they stay: both rules say the same. */
const recusals = (d: Rules): Finding[] => rulesOf(d, 'jury').flatMap((j) => rulesOf(d, 'round').filter((r) => j.recusal !== undefined && (j.rounds === undefined || j.rounds.includes(r.id)) && r.threshold.recusedLeaveBase !== j.recusal.leaveBase).map((r) => finding({
  code: 'ready.recusalBase', strength: 'block', rule: j, at: at(j), what: [`回避的评委是否计入基数，评委会的规定和“${r.name.zh}”说得不一样`, `Whether recused jurors stay in the base: the rule of the jury and “${r.name.en}” differ`], mend: ['请改成一致。', 'Make them agree.'],
})))

const fee = /(?:评审|申报|报名|参评|推荐|工本|会务|手续)费|缴费|交费|收费标准|汇款/
/** Everything that any level of the chain asks of one nomination. */
const asked = (d: Rules) => {
  const materials = rulesOf(d, 'material')
  const words = d.rules.filter((r) => r.kind !== 'burden').map((r) => kindOf(r).say(r).zh)
  return { uploads: materials.reduce((n, m) => n + m.min, 0), paperCopies: materials.reduce((n, m) => n + m.paperCopies * Math.max(1, m.min), 0), fee: words.some((w) => fee.test(w)) }
}
const promises = (d: Rules): Finding[] => rulesOf(d, 'burden').flatMap((rule) => kindOf(rule).judge?.(rule, { asked: asked(d) }) ?? [])

/** What the product does not record: whoever opens the campaign knows that it is theirs to see to. */
const byHand = (d: Rules): Finding[] => [...rulesOf(d, 'opinion').filter((r) => r.before !== 'submission'), ...rulesOf(d, 'material').filter((r) => r.package === 'chosen')].map((rule) => finding({
  code: 'ready.byHand', strength: 'warn', rule, at: at(rule), what: [`系统不记录这一项，由活动办公室自己办理：${kindOf(rule).say(rule).zh}`, `The product does not record this; the office sees to it: ${kindOf(rule).say(rule).en}`], mend: ['知道了即可，留存书面材料。', 'Keep the papers of it.'],
}))

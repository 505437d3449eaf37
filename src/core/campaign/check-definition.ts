/** What is wrong with a definition, all at once: schema by schema, the branch chosen by `kind`, then what must hold between rules. */
import { z } from 'zod'
import { ruleKindsTable, kindOf } from '../rules/kinds'
import { notStated, ruleKinds, type Rule, type RuleKind, type StatedRule } from '../rules/rule'
import type { KindOfRule } from '../rules/rule-kind'
import { definition, type Definition } from './definition'
import { faultsOf, oneOf, sayGot, type PlacedFault } from './faults'

export type Checked = { readonly definition: Definition; readonly faults: readonly [] } | { readonly definition: null; readonly faults: readonly PlacedFault[] }

const head = definition.extend({ rules: z.array(z.unknown()) })
const mapping = z.looseObject({})

/** Raw values to a definition, or every fault at once with its place. Nothing is mended silently. */
export const checkDefinition = (raw: unknown): Checked => {
  const headFaults = faultsOf(head, raw)
  const rawRules = isMapping(raw) && Array.isArray(raw['rules']) ? raw['rules'] : []
  const ruleFaults = rawRules.flatMap((rule, i) => checkRule(rule).map((f) => ({ ...f, path: ['rules', i, ...f.path] })))
  const faults = [...headFaults, ...ruleFaults, ...betweenRules(rawRules, isMapping(raw) && raw['parent'] === null), ...ownParent(raw)]
  if (faults.length > 0) return { definition: null, faults }
  const parsed = head.parse(raw)
  return { definition: { ...parsed, rules: parsed.rules.map(readRule) }, faults: [] }
}

const readRule = (raw: unknown): Rule => {
  const kind = (raw as { kind: RuleKind }).kind
  return isMapping(raw) && 'notStated' in raw ? notStated.parse(raw) : (ruleKindsTable[kind] as unknown as KindOfRule<StatedRule>).schema.parse(raw)
}

const checkRule = (raw: unknown): PlacedFault[] => {
  if (!isMapping(raw)) return faultsOf(mapping, raw)
  if ('notStated' in raw) return faultsOf(notStated, raw)
  const kind = ruleKinds.find((k) => k === raw['kind'])
  if (kind === undefined) {
    const said = oneOf(ruleKinds, raw['kind'])
    return [{ path: ['kind'], expected: said.expected, got: sayGot(raw['kind']), writeInstead: said.write('kind') }]
  }
  const faults = faultsOf(ruleKindsTable[kind].schema, raw)
  const within = faults.length > 0 ? [] : inRule(readRule(raw) as StatedRule)
  return [...faults, ...restsOnOne(raw), ...within]
}

const inRule = (rule: StatedRule): PlacedFault[] => [...(kindOf(rule).check?.(rule) ?? []), ...decidedParameters(rule)]

/** Law of the house: a limit has its clause, or a reason and a day; never both, never neither. */
const restsOnOne = (raw: Mapping): PlacedFault[] => {
  const [clause, basis] = [raw['clause'] !== undefined, raw['basis'] !== undefined]
  if (clause !== basis) return []
  return [{
    path: [clause ? 'basis' : 'clause'], got: clause ? 'clause + basis' : '—',
    expected: { zh: 'clause 和 basis 恰有其一', en: 'exactly one of clause and basis' },
    writeInstead: clause
      ? { zh: '通知写明的留 clause，删去 basis；个别参数由办公室定的，写进 decided', en: 'keep clause if the notice states it and remove basis; a single parameter the office set goes into decided' }
      : { zh: '通知写明的加 clause: { number, zh, en }；没有写的加 basis: { kind: office decision, reason, date }', en: 'clause: { number, zh, en } if the notice states it, else basis: { kind: office decision, reason, date }' },
  }]
}

const decidedParameters = (rule: StatedRule): PlacedFault[] => (rule.decided ?? []).flatMap((d, i): PlacedFault[] => {
  const value = d.parameter.split('.').reduce<unknown>((v, key) => (isMapping(v) ? v[key] : undefined), rule)
  return value !== undefined ? [] : [{
    path: ['decided', i, 'parameter'], got: d.parameter,
    expected: { zh: '本条规则里有的参数', en: 'a parameter of this rule' },
    writeInstead: { zh: '按层次写，如 file.maxBytes', en: 'its path in the rule, as file.maxBytes' },
  }]
})

const betweenRules = (rules: readonly unknown[], isRoot: boolean): PlacedFault[] => {
  const stated = rules.map((rule, i) => ({ rule: isMapping(rule) ? rule : {}, i }))
  const twice = (key: string, of: (rule: Mapping) => boolean, zh: string, en: string, per: (rule: Mapping) => string = () => ''): PlacedFault[] => stated.flatMap(({ rule, i }): PlacedFault[] => {
    const first = stated.find((o) => of(o.rule) && o.rule[key] === rule[key] && per(o.rule) === per(rule))
    if (!of(rule) || rule[key] === undefined || first === undefined || first.i === i) return []
    return [{ path: ['rules', i, key], got: sayGot(rule[key]), expected: { zh: `不重复的${zh}（rules[${first.i}] 已用）`, en: `${en} used once (rules[${first.i}] has it)` }, writeInstead: { zh: `另取一个 ${key}，或删去这一条`, en: `another ${key}, or remove this rule` } }]
  })
  const single = (kind: unknown) => ruleKinds.some((k) => k === kind && ruleKindsTable[k].adding === 'single')
  return [
    ...twice('id', () => true, '规则代号', 'a rule id'),
    ...twice('kind', (r) => single(r['kind']), '规则，全方案只有一条', 'a kind of which a definition has one rule', (r) => ruleKindsTable[r['kind'] as RuleKind].onePer?.(r) ?? ''),
    ...twice('field', (r) => r['kind'] === 'formField', '栏目', 'a field'),
    ...twice('value', (r) => r['kind'] === 'category', '人选范围代号', 'a category value'),
    ...(isRoot ? nameField(stated.map((s) => s.rule)) : []),
  ]
}

/** A form without a name names nobody. A definition with a parent may inherit it; `readiness` asks there. */
const nameField = (rules: readonly Mapping[]): PlacedFault[] => {
  const fields = rules.filter((r) => r['kind'] === 'formField' && r['notStated'] === undefined)
  if (fields.length === 0 || fields.some((f) => f['field'] === 'name' && f['required'] !== false)) return []
  return [{ path: ['rules'], got: '—', expected: { zh: '推荐表有必填的姓名栏', en: 'a required field “name” in the form' }, writeInstead: { zh: '加一条 kind: formField, field: name, type: text', en: 'a rule with kind: formField, field: name, type: text' } }]
}

const ownParent = (raw: unknown): PlacedFault[] => (isMapping(raw) && raw['id'] !== undefined && raw['id'] === raw['parent'] ? [{
  path: ['parent'], got: sayGot(raw['parent']), expected: { zh: '另一份方案的代号', en: 'the id of another definition' }, writeInstead: { zh: '上级方案的代号；没有上级写 null', en: 'the id of the one above, or null' },
}] : [])

type Mapping = Readonly<Record<string, unknown>>
const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value)

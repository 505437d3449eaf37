import { describe, expect, it } from 'vitest'
import { parseDefinition, sayDefinitionError, type DefinitionError } from './parse'

const head = `format: xuanshu-definition/1
id: cloud-2026
year: 2026
level: province
name: { zh: 云川省示例活动, en: Yunchuan example }
award: { zh: 示例称号, en: Example title }
parent: null
notice:
  title: 示例通知
  issuer: { zh: 云川省科协（示例）, en: Yunchuan Association (example) }
  number: not stated
  date: 2026-04-30
  hosts:
    - { zh: 云川省科协（示例）, en: Yunchuan Association (example) }
  basis: []
rules:
`
/** The first line of the rules is line 17. */
const clause = `clause: { number: 四、1, zh: 照片, en: photos }`
const basis = `basis: { kind: office decision, date: 2026-05-06, reason: { zh: 办公室定, en: decided } }`
const quota = `  - id: quota
    kind: quota
    max: 1
    ${clause}
`
const photos = (lines: string): string => `  - id: photos
    kind: material
    name: { zh: 照片, en: Photos }
    group: image
    min: 3
    max: 5
    file:
      type: photo
      formats: [jpeg]
${lines}
    ${clause}
`
const field = (id: string, more: string): string => `  - id: ${id}
    kind: formField
    section: person
    label: { zh: 栏目, en: Field }
${more}
    ${basis}
`

const errorsOf = (text: string): DefinitionError[] => {
  const parsed = parseDefinition(text, 'cloud.yaml')
  return parsed.ok ? [] : parsed.errors
}
/** Where and what, without the long words. */
const brief = (text: string) => errorsOf(text).map((e) => `${e.line}:${e.column} ${e.path} ${e.rule ?? '-'} got ${e.got} → ${e.writeInstead.en}`)

describe('a definition that is right', () => {
  it('is read with its defaults', () => {
    const parsed = parseDefinition(head + quota + photos('      maxBytes: 20000000'), 'cloud.yaml')
    expect(parsed.ok && parsed.definition.rules.map((r) => [r.id, r.kind, 'strength' in r ? r.strength : null])).toEqual([['quota', 'quota', 'block'], ['photos', 'material', 'block']])
  })
  it('may leave a rule not stated', () => {
    expect(brief(`${head}  - { id: quota, kind: quota, notStated: true }\n`)).toEqual([])
  })
})

describe('each mistake is named where it stands', () => {
  it.each<[string, string, string[]]>([
    ['a number with its unit', head + photos('      maxBytes: 20 MB'), ['26:17 rules[0].file.maxBytes photos got "20 MB" → maxBytes: 3']],
    ['a number below its least', head + quota.replace('max: 1', 'max: 0'), ['19:10 rules[0].max quota got 0 → max: 1']],
    ['a number with a fraction', head + quota.replace('max: 1', 'max: 1.5'), ['19:10 rules[0].max quota got 1.5 → max: 3']],
    ['a missing parameter: the rule that should hold it', head + quota.replace('    max: 1\n', ''), ['17:5 rules[0].max quota got — → add max: 3']],
    ['an unknown key, with the one that was meant', head + photos('      maxBytes: 20000000\n      minByte: 2000000'), ['27:7 rules[0].file.minByte photos got minByte → minBytes, or remove it']],
    ['a value outside its list, with the nearest', head + photos('      maxBytes: 1').replace('[jpeg]', '[jpg, png]'), ['25:17 rules[0].file.formats[0] photos got "jpg" → jpeg']],
    ['an unknown kind of rule', head + quota.replace('kind: quota', 'kind: qouta'), ['18:11 rules[0].kind quota got "qouta" → kind: quota']],
    ['an unknown kind of file', head + photos('      maxBytes: 1').replace('type: photo', 'type: foto'), ['24:13 rules[0].file.type photos got "foto" → type: photo']],
    ['an id in capitals', head + quota.replace('id: quota', 'id: Quota_1'), ['17:9 rules[0].id Quota_1 got "Quota_1" → id: integrity-opinion']],
    ['a day that no calendar has', head.replace('2026-04-30', '2026-02-30') + quota, ['12:9 notice.date - got "2026-02-30" → date: a day of the calendar']],
    ['a day written otherwise', head.replace('2026-04-30', '2026/4/30') + quota, ['12:9 notice.date - got "2026/4/30" → date: 2021-05-23; where the source is silent, date: not stated']],
    ['a text that YAML reads as a number', head.replace('title: 示例通知', 'title: 2026') + quota, ['9:10 notice.title - got 2026 → title: "…"']],
    ['yes for true', `${head}  - { id: d, kind: deadline, day: 2026-05-23, dayIncluded: yes, ${clause} }\n`, ['17:60 rules[0].dayIncluded d got "yes" → dayIncluded: true']],
    ['no clause and no basis', head + quota.replace(`    ${clause}\n`, ''), ['17:5 rules[0].clause quota got — → clause: { number, zh, en } if the notice states it, else basis: { kind: office decision, reason, date }']],
    ['both clause and basis', head + quota + `    ${basis}\n`, ['21:12 rules[0].basis quota got clause + basis → keep clause if the notice states it and remove basis; a single parameter the office set goes into decided']],
    ['a rule not stated that still states something', `${head}  - { id: quota, kind: quota, notStated: true, max: 2 }\n`, ['17:48 rules[0].max quota got max → remove max']],
    ['a list where a rule should be', `${head}  - [1]\n`, ['17:5 rules[0] - got [1] → key: value, line by line']],
    ['a decided parameter the rule has not', head + photos('      maxBytes: 1') + '    decided: [{ parameter: file.maxBits, date: 2026-05-06, reason: { zh: 定, en: set } }]\n', ['28:28 rules[0].decided[0].parameter photos got file.maxBits → its path in the rule, as file.maxBytes']],
    ['least above most', head + photos('      maxBytes: 1').replace('min: 3', 'min: 6'), ['21:10 rules[0].min photos got 6 → min: 5 or less; for any number write max: null']],
    ['smallest file above the largest', head + photos('      maxBytes: 1000\n      minBytes: 2000'), ['27:17 rules[0].file.minBytes photos got 2000 → minBytes: 1000 or less, or a larger maxBytes']],
    ['an empty list of formats', head + photos('      maxBytes: 1').replace('[jpeg]', '[]'), ['25:16 rules[0].file.formats photos got [] → formats: with 1 item(s) or more']],
    ['a stage that ends before it begins', `${head}  - { id: s, kind: stage, name: { zh: 推荐, en: Nominate }, from: 2026-05-02, to: 2026-05-01, ${clause} }\n`, ['17:81 rules[0].to s got 2026-05-01 → set to to 2026-05-02 or later, or mend from']],
    ['the same id twice', head + quota + photos('      maxBytes: 1').replace('id: photos', 'id: quota'), ['21:9 rules[1].id quota got "quota" → another id, or remove this rule']],
    ['a second quota', head + quota + quota.replace('id: quota', 'id: quota-b'), ['22:11 rules[1].kind quota-b got "quota" → another kind, or remove this rule']],
    ['a field twice', head + field('a', '    field: name\n    type: text') + field('b', '    field: name\n    type: text'), ['28:12 rules[1].field b got "name" → another field, or remove this rule']],
    ['a choice without choices', head + field('a', '    field: name\n    type: text') + field('b', '    field: sex\n    type: choice'), ['24:5 rules[1].choices b got — → choices: [{ value: …, zh: …, en: … }], or change type to text']],
    ['choices without a choice', head + field('a', '    field: name\n    type: text\n    choices: [{ value: x, zh: 甲, en: A }]'), ['23:14 rules[0].choices a got choices × 1 → remove choices, or change type to choice']],
    ['a form without a name', head + field('a', '    field: title\n    type: text'), ['17:3 rules - got — → a rule with kind: formField, field: name, type: text']],
    ['shortest above longest', head + field('a', '    field: name\n    type: text\n    minLength: 9\n    maxLength: 5'), ['23:16 rules[0].minLength a got 9 → minLength: 5 or less']],
    ['a share above one', `${head}  - { id: r, kind: round, name: { zh: 一, en: one }, method: approval, ballot: secret, places: 3, quorum: { share: { numerator: 3, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: present, recusedLeaveBase: true }, ${clause} }\n`, ['17:115 rules[0].quorum.share r got {"numerator":3,"denominator":2} → share: { numerator: 2, denominator: 3 }']],
    ['a definition that is its own parent', head.replace('parent: null', 'parent: cloud-2026') + quota, ['7:9 parent - got "cloud-2026" → the id of the one above, or null']],
    ['an empty file', '', ['1:1  - got null → key: value, line by line']],
  ])('%s', (_, text, expected) => expect(brief(text)).toEqual(expected))
})

describe('what is no good YAML', () => {
  const syntax = (text: string) => errorsOf(text).map((e) => `${e.line}:${e.column} ${e.expected.en}`)
  it.each<[string, string, string[]]>([
    ['a key twice', 'id: a\nid: b\n', ['2:1 each key once in one place']],
    ['a tab as indentation', 'notice:\n\ttitle: x\n', ['2:1 spaces as indentation']],
    ['a quote left open', 'id: "a\n', ['2:1 quotes and brackets in pairs']],
    ['two documents', 'id: a\n---\nid: b\n', ['2:1 one definition a file']],
    ['a tag', 'id: !js a\n', ['1:5 a value without a ! tag']],
    ['an alias', 'id: &a x\nname: *a\n', ['2:7 no YAML anchors and aliases (& and *)']],
  ])('%s', (_, text, expected) => expect(syntax(text)).toEqual(expected))

  it('aliases that would grow to a billion items are refused before they grow', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((k, i) => `${k}: &${k} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)].join('\n')
    expect(errorsOf(bomb).every((e) => e.got === '*')).toBe(true)
    expect(errorsOf(bomb).length).toBe(90)
  })
  it('a file of brackets alone are an error and not a crash', () => {
    expect(errorsOf('['.repeat(50_000)).length).toBeGreaterThan(0)
    expect(errorsOf('x'.repeat(200_001)).map((e) => e.expected.en)).toEqual(['a file of at most 200000 characters'])
  })
})

it('all mistakes come at once, in the order of the file', () => {
  const text = head.replace('level: province', 'level: county') + quota.replace('max: 1', 'max: one').replace('kind: quota', 'kind: quota\n    limit: 2') + photos('      maxBytes: 0')
  expect(errorsOf(text).map((e) => [e.line, e.path])).toEqual([[4, 'level'], [19, 'rules[0].limit'], [20, 'rules[0].max'], [31, 'rules[1].file.maxBytes']])
})

it('an error says itself in one sentence in both languages', () => {
  const [error] = errorsOf(head + quota.replace('max: 1', 'max: 0'))
  expect(error && sayDefinitionError(error)).toEqual({
    zh: 'cloud.yaml:19:10 rules[0].max · quota：应为不小于 1 的整数，现为 0。请写：max: 1',
    en: 'cloud.yaml:19:10 rules[0].max · quota: expected a whole number, 1 or more, found 0. Write: max: 1',
  })
})

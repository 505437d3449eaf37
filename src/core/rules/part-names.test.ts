/** The wizard's form is made from each kind's own schema: whatever a rule can say has a name a person can read. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ruleKindsTable } from './kinds'
import { hasName, partName } from './part-names'
import { ruleKinds } from './rule'

interface Schema { readonly enum?: readonly unknown[]; readonly const?: unknown; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[] }

/** Ground and identity are no parameters; two words of a sentence are one field. */
const notParts = new Set(['id', 'kind', 'clause', 'basis', 'decided'])
const isWords = (s: Schema): boolean => Object.keys(s.properties ?? {}).sort().join() === 'en,zh'

/** Names of parameters and values of choices, wherever they stand in a rule. */
const partsOf = (s: Schema, top: boolean): string[] => [
  ...(isWords(s) ? [] : Object.entries(s.properties ?? {}).flatMap(([key, part]) => (top && notParts.has(key) ? [] : [key, ...partsOf(part, false)]))),
  ...[...(s.enum ?? []), ...(s.const === undefined ? [] : [s.const])].filter((v) => typeof v === 'string'),
  ...(s.items === undefined ? [] : partsOf(s.items, false)), ...[...(s.anyOf ?? []), ...(s.oneOf ?? [])].flatMap((o) => partsOf(o, false)),
]

test.each(ruleKinds)('every parameter and choice of a %s has a name in both languages', (kind) => {
  const parts = [...new Set(partsOf(z.toJSONSchema(ruleKindsTable[kind].schema, { io: 'input' }) as Schema, true))]
  expect(parts.length).toBeGreaterThan(0)
  // A size of paper and a format are called what they are written as.
  expect(parts.filter((part) => !hasName(part, kind))).toEqual([])
  for (const part of parts) expect([partName(part, kind).zh, partName(part, kind).en].every((w) => w.length > 0)).toBe(true)
})

test('a part that two kinds use differently is called differently', () => {
  expect([partName('to', 'stage').zh, partName('to', 'reportBack').zh, partName('by', 'declaration').zh, partName('by', 'reportBack').zh]).toEqual(['结束', '报给谁', '由谁确认', '最晚日期'])
})

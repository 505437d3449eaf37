import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDefinition } from '../campaign/parse'
import { resolve } from '../campaign/resolve'
import { fillData } from './fill-data'
import { readForm } from './reading'
import type { Spot } from './spot'

/** The second seed as it ships. */
const d = resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map((id) => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), id)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}))
const line = (text: string, n = 0): Spot => ({ id: `p${n}`, cell: null, lines: [text], millimetres: { width: null, height: null } })

describe('tags that an office wrote into its form', () => {
  test.each([
    ['a loop without its end', '{#简历}{起止}', 'form.tagNotClosed'], ['an end without its loop', '{/简历}', 'form.tagNotOpened'], ['a name that is no field', '{特长}', 'form.tagUnknown'], ['half a brace', '{姓名', 'form.braceAlone'],
    ['wide braces', '｛姓名｝', 'form.wideBraces'], ['ten thousand tags', '{姓名}'.repeat(10_000), 'form.tooManyTags'], ['code of a program', '{constructor}', 'form.tagUnknown'], ['what every object has', '{__proto__}', 'form.tagUnknown'],
  ])('%s is one finding in words', (_, text, code) => { expect(readForm(d, [line(text)]).findings.map((f) => f.code)).toEqual([code]) })

  test('are the key, the label as printed, or what offices call it; in a loop also the parts of an entry', () => {
    const read = readForm(d, [line('{name}{姓 名}{出生年月}{照片}{#工作简历}{起止}{内容}{/工作简历}{推荐单位}')])
    expect([read.findings, read.tags.map((t) => t.key)]).toEqual([[], ['name', 'name', 'birthDate', 'portrait', 'resume', null, null, 'resume', 'nominatingUnit']])
  })

  test('take their values from the nomination; a month where the tag asks for a month; braces in a value stay text', () => {
    const read = readForm(d, [line('{姓名}{出生年月}{#简历}{内容}{/简历}')])
    const data = fillData(d, read, { fields: { name: '{姓名}\u0000<b>', birthDate: '1984-03-12', resume: [{ from: '2007-07', to: '', what: '𬭎𠮷' }] }, unit: '', campaign: '' })
    expect([data.tags['姓名'], data.tags['出生年月'], (data.tags['简历'] as { 内容: string; 起止: string }[]).map((r) => [r.内容, r.起止])]).toEqual(['{姓名}<b>', '1984年3月', [['𬭎𠮷', '2007.07—至今']]])
  })
})

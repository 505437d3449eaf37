/** An office's form as the product understands it, with what the office corrected: what goes where, what was not understood, what has no place. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import type { Corrections, Place } from './place'
import { howIn, recognise, type Unknown } from './recognise'
import { sayKey } from './names'
import { inlineLabels } from './inline-labels'
import { textOfSpot, type Spot } from './spot'
import { readTags, type Tag } from './tags'

type Given = Pick<ResolvedDefinition, 'rules'>
export interface FormReading {
  readonly places: readonly Place[]
  readonly tags: readonly Tag[]
  readonly unknown: readonly Unknown[]
  /** Keys that the form has no room for, though the definition asks for them. */
  readonly unplaced: readonly string[]
  readonly findings: readonly Finding[]
}

export const readForm = (d: Given, spots: readonly Spot[], corrections: Corrections = {}): FormReading => {
  const { tags, findings } = readTags(d, spots)
  const read = recognise(d, spots)
  const tagged = new Set(tags.flatMap((t) => (t.key === null ? [] : [t.key])))
  // What the office tagged itself is not filled in a second time.
  const own = read.places.filter((p) => !p.keys.every((k) => tagged.has(k)))
  const corrected = Object.entries(corrections).flatMap(([id, key]) => (key === '' ? [] : correctedPlace(d, spots, id, key, own)))
  const places = [...own.filter((p) => !Object.hasOwn(corrections, p.id)), ...corrected]
  const placed = new Set([...tagged, ...places.flatMap((p) => p.keys)])
  const unplaced = keysOf(d).filter((k) => !placed.has(k))
  return {
    places, tags, unknown: read.unknown.filter((u) => !Object.hasOwn(corrections, u.id)), unplaced,
    findings: [...findings, ...(places.length + tags.length + findings.length === 0 ? [nothingRead()] : [])],
  }
}

/** Everything the product could write on a form. */
export const keysOf = (d: Given): string[] => [...rulesOf(d, 'formField').map((f) => f.field), ...(rulesOf(d, 'material').some((m) => m.file.type === 'portrait') ? ['portrait'] : [])]
/** What an office may choose for a cell. */
export const choosableKeys = (d: Given): string[] => [...keysOf(d), 'nominatingUnit', 'campaignName']

const correctedPlace = (d: Given, spots: readonly Spot[], id: string, key: string, read: readonly Place[]): Place[] => {
  const spot = spots.find((s) => s.id === id.replace(/@.*$/u, ''))
  if (spot === undefined || !choosableKeys(d).includes(key)) return []
  const before = read.find((p) => p.id === id)
  const inline = inlineLabels(spot).find((l) => l.id === id)
  const how = inline !== undefined ? { kind: 'inline' as const, line: inline.line, from: inline.from, to: inline.to } : before !== undefined && before.how.kind === 'rows' ? { kind: 'whole' as const } : howIn(d, spot, [key])
  // Words stand in the cell: what is filled in goes below them.
  const kept = how.kind === 'whole' && inline === undefined && /\p{Script=Han}/u.test(textOfSpot(spot)) && before === undefined && !/^[\s（(]/u.test(textOfSpot(spot)) ? { kind: 'below' as const } : how
  return [{ id, spot: spot.id, keys: [key], label: before?.label ?? inline?.label ?? sayKey(d, key).zh, as: before?.as ?? 'day', how: kept, by: 'office' }]
}

const nothingRead = (): Finding => finding({
  code: 'form.nothingRead', rule: null, at: { field: 'file' }, strength: 'warn', what: ['表里没有认出一个要填的栏目', 'No field was recognised in this form'],
  mend: ['请逐格指明，或在空格里写上标记，如 {姓名}，再重新上传；也可以恢复使用产品自带的表。', 'Choose cell by cell, or write tags as {姓名} into the empty cells and upload it again; or go back to the product’s own form.'],
})

import { describe, expect, it } from 'vitest'
import type { Nomination } from '../reading'
import { answerPatch, emptyPatch, fieldPatch, merged, patchAt, sizeOf, staleOf, without } from './patch'

const base = { fields: { post: '副主任', employer: '示例医院' }, answers: emptyPatch.answers }
const newest = (fields: Record<string, string>) => ({ ...base, fields: { ...base.fields, ...fields } }) as unknown as Nomination

describe('a draft that somebody else changed meanwhile', () => {
  it('asks only where both changed the same field to different values', () => {
    const stale = staleOf(base, newest({ post: '主任', employer: '示例二院' }), fieldPatch('post', '主任医师'))
    expect(stale.contested).toEqual([{ place: { kind: 'fields', id: 'post' }, own: '主任医师', newest: '主任' }])
    expect(stale.theirs).toEqual([{ kind: 'fields', id: 'employer' }])
  })
  it('asks nothing where both typed the same', () => {
    expect(staleOf(base, newest({ post: '主任' }), fieldPatch('post', '主任')).contested).toEqual([])
  })
  it('keeps one’s own other changes when the newest of one field is taken', () => {
    const own = merged(fieldPatch('post', '主任医师'), answerPatch('declarations', 'declare-truthful', true))
    const left = without(own, patchAt([{ kind: 'fields', id: 'post' }], newest({ post: '主任' })))
    expect(left).toEqual({ ...emptyPatch, answers: { ...emptyPatch.answers, declarations: { 'declare-truthful': true } } })
    expect(sizeOf(left)).toBe(1)
  })
})

import { expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import { judgeSeals } from './judge-seals'
import type { PageRead, SealLayer, SealMark } from './reading'

const material = { kind: 'material', id: 'opinion', name: { zh: '廉政意见', en: 'Opinion' }, strength: 'block', rests: { number: '四', zh: '盖章', en: 'sealed' } } as unknown as ResolvedRule<'material'>
const seal: SealMark = { x: 0.7, y: 0.8, radius: 0.1, share: 0.9, cut: false }
const page = (number: number, more: Partial<PageRead> = {}): PageRead => ({ number, looked: true, codes: [], turns: 0, seals: [], colour: true, hasText: false, ...more })
const judged = (pages: PageRead[], rule = material) => judgeSeals(rule, 'scan.pdf', { state: 'read', count: pages.length, pages }).map((f) => [f.code, f.strength])

it('one round red mark on any page is enough where the rule names one body', () => expect(judged([page(1), page(2, { seals: [seal] })])).toEqual([]))
it('no mark asks a person to look, and blocks nothing', () => expect(judged([page(1), page(2)])).toEqual([['paper.noSeal', 'warn']]))
it('a scan without colour says that the colour is missing', () => expect(judged([page(1, { colour: false }), page(2, { colour: false })])).toEqual([['paper.noColour', 'warn']]))
it('seals of two bodies want two marks; one over the edges of the pages is none of them', () => {
  const two = { ...material, seals: [{ of: { zh: '甲', en: 'a' } }, { of: { zh: '乙', en: 'b' } }, { of: { zh: '甲', en: 'a' }, across: true }] }
  expect(judged([page(1, { seals: [seal] })], two)).toEqual([['paper.fewSeals', 'warn']])
  expect(judged([page(1, { seals: [seal, { ...seal, x: 0.2 }] })], two)).toEqual([])
})
it('a file that could not be read says nothing of seals', () => expect(judgeSeals(material, 'scan.pdf', { state: 'unreadable', count: 0, pages: [] })).toEqual([]))
it('a mark laid on the page asks a person to hold it beside the paper; within the scan, on a photograph or in an electronic signature it asks nothing', () => {
  const laid = (layer?: SealLayer) => judged([page(1, { seals: [layer === undefined ? seal : { ...seal, layer }] })])
  expect([laid('picture'), laid('annotation'), laid('drawn')]).toEqual([[['paper.sealLaidOn', 'warn']], [['paper.sealLaidOn', 'warn']], [['paper.sealLaidOn', 'warn']]])
  expect([laid('scan'), laid(), laid('signature')]).toEqual([[], [], []])
  const [said] = judgeSeals(material, 'scan.pdf', { state: 'read', count: 2, pages: [page(1, { seals: [{ ...seal, layer: 'picture' }] }), page(2, { seals: [{ ...seal, layer: 'annotation' }, { ...seal, x: 0.2, layer: 'scan' }] })] })
  expect(said!.what.zh).toBe('“廉政意见”文件第 1、2 页的红章不在扫描的画面里，是另放在页面上的图片、用软件加上的批注，请看一下')
})

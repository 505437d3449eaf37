import { describe, expect, test } from 'vitest'
import { contrastOn, leastOnPicture, luminanceOf, nearestThatHolds } from './contrast'
import { covering, dragged, zoomed } from './crop'
import type { Metrics } from './drawing'
import { behindOf, judgeTemplate, lookOfTemplate, sampleNames, samplePoster, type TemplateArt } from './judge-template'
import { overlaps } from './judge'
import { layPoster } from './layout'
import { posterDesigns } from './poster'
import { posterSizeIds, sizeOf } from './sizes'
import { readTemplate, type PosterTemplate } from './template'

/** As Noto has them: signs a square, Latin about half of one. */
const m: Metrics = { advance: (c) => (/[\u0020-\u024f]/u.test(c) && c !== '·' ? 0.56 : 1), has: () => true }
const raw = { name: ' 蓝底 ', base: 'c', colours: { ground: '#123A5A', ink: '#ffffff', accent: '#f3d38a' }, title: '', hosts: ['省科协', ''], sizes: ['a3', 'screen-tall'], background: null, emblem: null }
const good = (change: object = {}): PosterTemplate => { const r = readTemplate({ ...raw, ...change }); if (!r.ok) throw new Error(r.findings[0]!.what.en); return r.template }
const wrong = (v: unknown): string[] => { const r = readTemplate(v); return r.ok ? [] : r.findings.map((f) => `${f.at.field} ${f.code}`) }
const even: TemplateArt = { width: 4096, height: 4096, low: [90, 90, 90], high: [110, 110, 110] }
const uneven: TemplateArt = { width: 900, height: 900, low: [0, 0, 0], high: [255, 255, 255] }
const id = '00000000-0000-4000-8000-000000000001'

describe('a template is read whole or not at all', () => {
  test('trimmed, colours in small letters, sizes in the order of the list', () => expect(good()).toMatchObject({ name: '蓝底', colours: { ground: '#123a5a' }, hosts: ['省科协'], sizes: ['screen-tall', 'a3'] }))
  test.each([
    ['no template', null, ['template poster.template.notTemplate']], ['a name that is none', { ...raw, name: 7 }, ['name poster.template.notText']], ['no name', { ...raw, name: ' ' }, ['name poster.template.empty']],
    ['a field that it has not', { ...raw, css: 'x' }, ['css poster.template.unknown']], ['a colour by its name', { ...raw, colours: { ...raw.colours, ink: 'red' } }, ['colours.ink poster.template.colour']], ['another design', { ...raw, base: 'z' }, ['base poster.template.base']],
    ['a title of 41', { ...raw, title: '题'.repeat(41) }, ['title poster.template.long']], ['a line break', { ...raw, title: '甲\n乙' }, ['title poster.template.breaks']], ['seven hosts', { ...raw, hosts: Array.from({ length: 7 }, (_, i) => `甲${i}`) }, ['hosts poster.template.manyHosts']],
    ['no size', { ...raw, sizes: [] }, ['sizes poster.template.noSize']], ['a size nobody has', { ...raw, sizes: ['a1'] }, ['sizes poster.template.size']], ['a veil too thin', { ...raw, background: { artId: id, veil: 39 } }, ['background poster.template.veil']], ['a background without its picture', { ...raw, background: { veil: 60 } }, ['background poster.template.background']], ['an emblem by an address', { ...raw, emblem: 'https://example.org/a.png' }, ['emblem poster.template.emblem']],
  ])('%s is said by its field', (_, v, said) => expect(wrong(v)).toEqual(said))
})

describe('what words stand on', () => {
  test('the nearest colour holds, is the own one where that holds, and there is none in the middle of everything', () => {
    const behind = { darkest: luminanceOf('#123a5a'), lightest: luminanceOf('#123a5a') }
    expect([contrastOn('#000000', { darkest: 1, lightest: 1 }), nearestThatHolds('#ffffff', behind), nearestThatHolds('#808080', { darkest: 0, lightest: 1 })]).toEqual([21, '#ffffff', null])
    const found = nearestThatHolds('#5b7a92', behind)!
    expect([contrastOn('#5b7a92', behind) < leastOnPicture, contrastOn(found, behind) >= leastOnPicture]).toEqual([true, true])
  })
  test('4.5 holds and a hair less does not (mutant: a rule that asks for 4.4)', () => {
    const grey = [...Array(256).keys()].map((v) => `#${v.toString(16).padStart(2, '0').repeat(3)}`)
    const last = grey.findLast((c) => contrastOn(c, { darkest: 1, lightest: 1 }) >= 4.5)!
    const said = (ink: string) => judgeTemplate(good({ colours: { ground: '#ffffff', ink, accent: '#000000' } }), null, m).map((f) => f.code)
    expect([last, said(last), said(grey[grey.indexOf(last) + 1]!)]).toEqual(['#767676', [], ['poster.template.contrast']])
  })
  test('a veil brings dark and light nearer to the ground; soft words hold as well', () => {
    const t = good({ background: { artId: id, veil: 80 } })
    const [thin, thick] = [behindOf('#123a5a', { art: uneven, veil: 40 }), behindOf('#123a5a', { art: uneven, veil: 95 })]
    expect(thin.lightest - thin.darkest > thick.lightest - thick.darkest).toBe(true)
    const { palette } = lookOfTemplate(t, even)
    const behind = behindOf('#123a5a', { art: even, veil: 80 })
    for (const c of [palette.ink, palette.soft, palette.faint]) expect(contrastOn(c, behind)).toBeGreaterThanOrEqual(leastOnPicture)
  })
  test('a coarse background is warned about by size, and only there', () => {
    const coarse = judgeTemplate(good({ background: { artId: id, veil: 95 }, sizes: ['screen-tall', 'screen-4k'] }), { ...even, width: 1000, height: 1000 }, m).filter((f) => f.code === 'poster.template.coarse')
    expect(coarse.map((f) => [f.strength, f.what.zh])).toEqual([['warn', '4K 横屏 3840×2160：底图 1000×1000 像素，会糊']])
  })
  test('every design in every size holds names of two to twelve characters and titles of forty, with background and emblem', () => {
    for (const base of posterDesigns) for (const s of posterSizeIds) for (const w of sampleNames) {
      const d = layPoster(samplePoster(good({ base, title: w === 'long' ? '题'.repeat(40) : '', background: { artId: id, veil: 90 }, emblem: id }), even, w, 2026, 'https://honours.example.org/p/1'), sizeOf(s), m)
      expect([base, s, w, d.tooMuch, overlaps(d), d.items.filter((i) => i.kind === 'art').length]).toEqual([base, s, w, [], [], 2])
    }
  })
})

describe('the part of a portrait', () => {
  const box = { x: 0, y: 0, w: 400, h: 500 }
  test('covers its box wherever it is drawn to, however far', () => {
    for (const picture of [{ width: 300, height: 300 }, { width: 1600, height: 900 }, { width: 400, height: 2000 }]) for (const zoom of [1, 1.7, 3]) for (const by of [{ x: 0, y: 0 }, { x: 9999, y: 9999 }, { x: -9999, y: 40 }]) {
      const c = dragged({ x: 0.5, y: 0.5, zoom }, by, box, picture)
      const at = covering({ ...box, lean: [c.x, c.y], zoom: c.zoom }, picture)
      expect([at.x <= 1e-6, at.y <= 1e-6, at.x + at.w >= 400 - 1e-6, at.y + at.h >= 500 - 1e-6]).toEqual([true, true, true, true])
    }
  })
  test('follows the hand, stays where nothing lies beyond the edge, and is enlarged between one and three', () => {
    const c = dragged({ x: 0.5, y: 0.5, zoom: 2 }, { x: 40, y: 0 }, box, { width: 400, height: 500 })
    expect([c.x, dragged({ x: 0.5, y: 0.5, zoom: 1 }, { x: 40, y: 40 }, box, { width: 400, height: 500 })]).toEqual([0.4, { x: 0.5, y: 0.5, zoom: 1 }])
    expect([zoomed(c, 5).zoom, zoomed(c, -5).zoom, zoomed(c, 0.1).zoom]).toEqual([3, 1, 2.1])
  })
})

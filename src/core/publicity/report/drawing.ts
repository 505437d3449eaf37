/** A chart laid out once: boxes and lines of words in px, for the page as SVG and for the Word file as a picture. */
import { dayOf, sayDay, startOfDay, addDays, type Instant } from '../../kernel/instant'
import type { Words } from '../../kernel/finding'
import type { ChartData, PartLook } from './chart'

export type ShapeLook = PartLook | 'mass' | 'pale' | 'rail' | 'grid'
export type Shape =
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly look: ShapeLook; readonly say?: string }
  | { readonly kind: 'words'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly look: 'ink' | 'quiet' | 'strong' | 'on'; readonly anchor: 'start' | 'middle' | 'end' }
export interface ReportDrawing { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

/** About how wide letters of 13 px are: Han characters are square, others half as wide. */
export const widthOf = (text: string, size = 13): number => [...text].reduce((n, c) => n + (/[\u2e80-\uffef]/u.test(c) ? size : size * 0.56), 0)
type Language = 'zh' | 'en'
const [BAR, ROW, GAP, TEXT, SMALL] = [20, 32, 14, 13, 12]
interface Rows { readonly left: number; readonly step: number; readonly down: number; readonly name: (text: string, y: number) => Shape }
/** Names stand at the left where there is room for them, else above their bars. */
const rowsFor = (names: readonly string[], width: number): Rows => {
  const wanted = Math.ceil(Math.max(64, ...names.map((n) => widthOf(n)))) + GAP
  const beside = width >= 480 && wanted <= width * 0.4
  const left = beside ? wanted : 0
  return { left, step: beside ? ROW : ROW + 18, down: beside ? 0 : 18, name: (text, y) => ({ kind: 'words', x: beside ? left - 12 : 0, y: beside ? y + 15 : y - 5, text, size: TEXT, look: 'ink', anchor: beside ? 'end' : 'start' }) }
}

const bars = (c: Extract<ChartData, { kind: 'bars' }>, width: number, l: Language): ReportDrawing => {
  const r = rowsFor(c.rows.map((x) => x.name[l]), width)
  const paired = c.rows.some((x) => x.of !== undefined)
  const right = paired ? 92 : 56
  const room = width - r.left - right
  const most = Math.max(1, ...c.rows.map((x) => Math.max(x.n, x.of ?? 0)))
  return {
    width, height: c.rows.length * r.step, shapes: c.rows.flatMap((x, i): Shape[] => {
      const y = i * r.step + r.down
      const long = (n: number): number => (n === 0 ? 0 : Math.max(2, (n / most) * room))
      return [
        r.name(x.name[l], y), ...(x.of === undefined || x.of === 0 ? [] : [{ kind: 'box', x: r.left, y, w: long(x.of), h: BAR, look: 'pale' } as const]), ...(x.n === 0 ? [] : [{ kind: 'box', x: r.left, y, w: long(x.n), h: BAR, look: 'mass', say: `${x.name[l]} ${x.n}` } as const]),
        { kind: 'words', x: width - (paired ? 48 : 0), y: y + 15, text: String(x.n), size: TEXT, look: 'strong', anchor: 'end' }, ...(x.of === undefined ? [] : [{ kind: 'words', x: width, y: y + 15, text: `/ ${x.of}`, size: SMALL, look: 'quiet', anchor: 'end' } as const]),
      ]
    }),
  }
}

const fewWord: Words = { zh: '人数少，不分列', en: 'few, not told apart' }
const dark: readonly PartLook[] = ['class0', 'class3', 'shade3', 'shade4']
const parts = (c: Extract<ChartData, { kind: 'parts' }>, width: number, l: Language): ReportDrawing => {
  const r = rowsFor(c.rows.map((x) => x.name[l]), width)
  const room = width - r.left - 44
  const few = c.rows.some((x) => x.counts.includes(null))
  const rows = c.rows.flatMap((x, i): Shape[] => {
    const y = i * r.step + r.down
    const told = x.counts.reduce<number>((n, k) => n + (k ?? 0), 0)
    const segments = [...c.classes.flatMap((k, j) => ((x.counts[j] ?? 0) === 0 ? [] : [{ look: k.look, name: k.name[l], n: x.counts[j]! }])), ...(told === x.whole ? [] : [{ look: 'few' as const, name: fewWord[l], n: x.whole - told }])]
    let at = r.left
    return [r.name(x.name[l], y), ...segments.flatMap((s): Shape[] => {
      const [from, w] = [at, (s.n / x.whole) * room]
      at += w
      // What is told together as few must not be readable off the bar's number either: it says none.
      const said = s.look === 'few' ? s.name : `${s.name} ${s.n}`
      return [{ kind: 'box', x: from, y, w: Math.max(1, w - 1), h: BAR, look: s.look, say: said }, ...(s.look !== 'few' && s.look !== 'rest' && w > 26 ? [{ kind: 'words', x: from + w / 2, y: y + 15, text: String(s.n), size: SMALL, look: dark.includes(s.look) ? 'on' : 'ink', anchor: 'middle' } as const] : [])]
    }), { kind: 'words', x: width, y: y + 15, text: String(x.whole), size: TEXT, look: 'quiet', anchor: 'end' }]
  })
  let [x, y] = [0, c.rows.length * r.step + 6]
  const legend = [...c.classes, ...(few ? [{ name: fewWord, look: 'few' as const }] : [])].flatMap((k): Shape[] => {
    const w = 18 + widthOf(k.name[l], SMALL) + 18
    if (x > 0 && x + w > width + 18) { x = 0; y += 22 }
    const at = x
    x += w
    return [{ kind: 'box', x: at, y: y + 2, w: 12, h: 12, look: k.look }, { kind: 'words', x: at + 18, y: y + 12, text: k.name[l], size: SMALL, look: 'quiet', anchor: 'start' }]
  })
  return { width, height: y + 22, shapes: [...rows, ...legend] }
}

const DAY = 86_400_000
const spans = (c: Extract<ChartData, { kind: 'spans' }>, width: number, l: Language): ReportDrawing => {
  const r = rowsFor(c.rows.map((x) => x.name[l]), width)
  const ends = c.rows.map((x) => x.to ?? c.until)
  const [first, last] = [startOfDay(dayOf(Math.min(...c.rows.map((x) => x.from)))), startOfDay(addDays(dayOf(Math.max(...ends)), 1))]
  const room = width - r.left
  const at = (t: Instant): number => r.left + ((t - first) / (last - first)) * room
  const bottom = c.rows.length * r.step
  const steps = Math.max(1, Math.floor(room / 130))
  const days = Math.max(1, Math.round((last - first) / DAY))
  const every = Math.max(1, Math.ceil(days / steps))
  const ticks = Array.from({ length: Math.floor((days - 1) / every) + 1 }, (_, i) => first + i * every * DAY)
  return {
    width, height: bottom + 24, shapes: [
      ...ticks.flatMap((t): Shape[] => {
        const text = sayDay(dayOf(t))[l]
        return [{ kind: 'box', x: at(t), y: 0, w: 1, h: bottom, look: 'grid' }, ...(at(t) + widthOf(text, SMALL) > width ? [] : [{ kind: 'words', x: at(t), y: bottom + 16, text, size: SMALL, look: 'quiet', anchor: 'start' } as const])]
      }),
      ...c.rows.flatMap((x, i): Shape[] => {
        const y = i * r.step + r.down
        const end = x.to ?? c.until
        const w = Math.max(6, at(Math.max(end, x.from)) - at(x.from))
        return [r.name(x.name[l], y), { kind: 'box', x: Math.min(at(x.from), width - w), y: y + 3, w, h: BAR - 6, look: x.to === null ? 'pale' : 'mass', say: `${x.name[l]} ${sayDay(dayOf(x.from))[l]}—${x.to === null ? '' : sayDay(dayOf(x.to))[l]}` }]
      }),
    ],
  }
}

export const drawChart = (c: ChartData, width: number, l: Language): ReportDrawing => (c.kind === 'bars' ? bars(c, width, l) : c.kind === 'parts' ? parts(c, width, l) : spans(c, width, l))

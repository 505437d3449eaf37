/** How well facts were read: each field of a notice broken into facts, those found in both counted once; conventions of docs on notices. */
export interface Figures { gold: number; pred: number; hit: number }
type Json = Readonly<Record<string, unknown>>

const norm = (s: unknown): string => String(s ?? '').normalize('NFKC').replace(/[\s​﻿]+/gu, '').replace(/[“”„‟"'‘’「」『』]/gu, '"')
  .replace(/[—–‐‑−~〜～-]+/gu, '-').replace(/[•・‧∙]/gu, '·').replace(/[〔[【〖{]/gu, '(').replace(/[〕\]】〗}]/gu, ')')
const letters = (s: unknown): string => norm(s).replace(/(?<!\d)[-.:]|[-.:](?!\d)|[^\p{L}\p{N}≥≤<>%+*×.:-]/gu, '')

/** Share of neighbouring pairs of characters two wordings have in common. */
const alike = (a: unknown, b: unknown): number => {
  const [x, y] = [Array.from(letters(a)), Array.from(letters(b))]
  if (x.join('') === y.join('')) return 1
  if (x.length < 2 || y.length < 2) return 0
  const left = new Map<string, number>()
  for (let i = 0; i + 1 < x.length; i++) left.set(`${x[i]}${x[i + 1]}`, (left.get(`${x[i]}${x[i + 1]}`) ?? 0) + 1)
  let same = 0
  for (let i = 0; i + 1 < y.length; i++) {
    const pair = `${y[i]}${y[i + 1]}`, n = left.get(pair) ?? 0
    if (n > 0) { same++; left.set(pair, n - 1) }
  }
  const share = (2 * same) / (x.length + y.length - 2)
  return share >= 0.5 ? share : 0
}
const inside = (a: unknown, b: unknown): number => {
  const [s = '', l = ''] = [letters(a), letters(b)].sort((x, y) => x.length - y.length)
  return s === l ? 1 : s !== '' && l.includes(s) && s.length / l.length >= 0.8 ? s.length / l.length : 0
}
const equal = (a: unknown, b: unknown): number => (norm(a) === norm(b) ? 1 : 0)

const moment = (s: unknown): { year: string; day: string; time: string | null } | null => {
  const m = /^([\dX]{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{2}))?/u.exec(norm(s))
  if (m === null) return null
  const time = m[4] === undefined ? null : `${m[4].padStart(2, '0')}:${m[5]}`
  if (time !== '24:00') return { year: m[1]!, day: `${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`, time }
  const known = !m[1]!.includes('X'), next = new Date(Date.UTC(known ? Number(m[1]) : 2001, Number(m[2]) - 1, Number(m[3]) + 1))
  return { year: known ? String(next.getUTCFullYear()) : m[1]!, day: next.toISOString().slice(5, 10), time: '00:00' }
}
const sameMoment = (g: unknown, p: unknown): boolean => {
  const a = moment(g), b = moment(a !== null && a.time === null ? norm(p).replace(/T.*$/u, '') : p)
  return a === null || b === null ? norm(g) !== '' && norm(g) === norm(p) : (a.year.includes('X') || a.year === b.year) && a.day === b.day && (a.time === null || a.time === b.time)
}

/** Pairs of two lists, as many as can be, the closest first. */
const pairs = <T>(gold: readonly T[], pred: readonly T[], near: (g: T, p: T) => number): [number, number][] => {
  const edges = gold.map((g) => pred.map((p, j): [number, number] => [near(g, p), j]).filter(([s]) => s > 0).sort((a, b) => b[0] - a[0]))
  const of = pred.map(() => -1)
  const place = (i: number, seen: Set<number>): boolean => edges[i]!.some(([, j]) => !seen.has(j) && (seen.add(j), of[j]! < 0 || place(of[j]!, seen)) && ((of[j] = i), true))
  gold.map((_, i) => i).sort((a, b) => (edges[b]![0]?.[0] ?? 0) - (edges[a]![0]?.[0] ?? 0)).forEach((i) => place(i, new Set()))
  return of.flatMap((i, j): [number, number][] => (i < 0 ? [] : [[i, j]]))
}

const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : v === null || v === undefined || v === '' ? [] : [v])
const objects = (v: unknown): Json[] => list(v).filter((x): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x))
const texts = (v: unknown): string[] => list(v).filter((x) => typeof x !== 'object').map(String).filter((x) => norm(x) !== '')
const leaves = (v: unknown, key = ''): { key: string; value: unknown }[] => v === null || v === undefined || v === '' ? []
  : Array.isArray(v) ? v.flatMap((x) => leaves(x, `${key}[]`)) : typeof v === 'object' ? Object.entries(v).flatMap(([k, x]) => leaves(x, key === '' ? k : `${key}.${k}`)) : [{ key, value: v }]

const count = <T>(gold: readonly T[], pred: readonly T[], near: (g: T, p: T) => number): Figures => ({ gold: gold.length, pred: pred.length, hit: pairs(gold, pred, near).length })

const rounds = (g: readonly string[], p: readonly string[]): Figures => {
  const best = Array.from({ length: g.length + 1 }, () => Array.from({ length: p.length + 1 }, () => 0))
  for (let i = g.length - 1; i >= 0; i--) for (let j = p.length - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, alike(g[i], p[j]) > 0 ? 1 + best[i + 1]![j + 1]! : 0)
  return { gold: g.length, pred: p.length, hit: best[0]![0]! }
}

const copiesOf = (m: Json | undefined): number[] => (m === undefined || m['copies'] === null || m['copies'] === undefined ? [] : [Number(m['copies'])])

function materials(gold: readonly Json[], pred: readonly Json[]): Record<string, Figures> {
  const joined = (m: Json): string => texts(m['constraints']).join('')
  const met = pairs(gold, pred, (a, b) => (equal(a['kind'], b['kind']) === 0 ? 0 : 0.01 + alike(a['name'], b['name']) + 0.5 * alike(joined(a), joined(b)) + (a['copies'] === b['copies'] ? 0.1 : 0)))
  const couples: [Json | undefined, Json | undefined][] = [...met.map(([i, j]): [Json | undefined, Json | undefined] => [gold[i], pred[j]]),
    ...gold.filter((_, i) => !met.some((x) => x[0] === i)).map((g): [Json, undefined] => [g, undefined]), ...pred.filter((_, j) => !met.some((x) => x[1] === j)).map((p): [undefined, Json] => [undefined, p])]
  return {
    'materials.kind': { gold: gold.length, pred: pred.length, hit: met.length },
    'materials.copies': sum(couples.map(([g, p]) => count(copiesOf(g), copiesOf(p), (a, b) => (a === b ? 1 : 0)))),
    'materials.constr.': sum(couples.map(([g, p]) => count(texts(g?.['constraints']), texts(p?.['constraints']), alike))),
  }
}

/** Facts of several notices or fields together. */
export const sum = (all: readonly Figures[]): Figures => all.reduce((a, x) => ({ gold: a.gold + x.gold, pred: a.pred + x.pred, hit: a.hit + x.hit }), { gold: 0, pred: 0, hit: 0 })

/** The figures of every field of one notice. */
export function scoreNotice(gold: Json, pred: Json): Record<string, Figures> {
  const one = (f: string): Figures => count(texts(gold[f]).slice(0, 1), texts(pred[f]).slice(0, 1), equal)
  const many = (f: string): Figures => count(texts(gold[f]), texts(pred[f]), inside)
  const number = (f: string, zero: boolean): Figures => count(...([gold[f], pred[f]].map((v) => (typeof v === 'number' && !(zero && v === 0) ? [v] : [])) as [number[], number[]]), (a, b) => (a === b ? 1 : 0))
  return {
    title: one('title'), issuer: one('issuer'), docNumber: one('docNumber'), campaignName: one('campaignName'), hosts: many('hosts'), basis: many('basis'), attachments: many('attachments'),
    quota: count(objects(gold['quota']), objects(pred['quota']), (a, b) => (a['max'] === b['max'] ? alike(a['who'], b['who']) : 0)),
    deadlines: count(objects(gold['deadlines']), objects(pred['deadlines']), (a, b) => (sameMoment(a['date'], b['date']) ? alike(a['what'], b['what']) : 0)),
    exclusions: count(texts(gold['exclusions']), texts(pred['exclusions']), alike),
    ...materials(objects(gold['materials']), objects(pred['materials'])),
    proportions: count(objects(gold['proportions']), objects(pred['proportions']), (a, b) => (a['bound'] === b['bound'] && a['percent'] === b['percent'] ? alike(a['what'], b['what']) : 0)),
    publicNoticeDays: number('publicNoticeDays', false),
    ageLimit: count(leaves(gold['ageLimit']), leaves(pred['ageLimit']), (a, b) => (a.key !== b.key ? 0 : equal(a.value, b.value) === 1 ? 1 : typeof a.value === 'string' && moment(a.value) === null ? alike(a.value, b.value) : 0)),
    rounds: rounds(texts(gold['rounds']), texts(pred['rounds'])), contacts: number('contacts', true),
  }
}

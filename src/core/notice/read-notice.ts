/** Text of a notice → facts, the place of each in the original, and questions. Rule-based and pure: the same text gives the same reading. */
import type { Place, Prepared, Span } from '../text/prepare'
import { recogniseAge } from '../rules/recognise/age'
import { recogniseDeadlines } from '../rules/recognise/deadline'
import { recogniseExclusions } from '../rules/recognise/exclusion'
import { recogniseMaterials } from '../rules/recognise/material'
import type { Found } from '../rules/recognise/page'
import { recogniseProportions } from '../rules/recognise/proportion'
import { recognisePublicNotice } from '../rules/recognise/public-notice'
import { recogniseQuotas } from '../rules/recognise/quota'
import { recogniseRounds } from '../rules/recognise/round'
import { basisOf, forwardedOf, hostsOf } from './bodies'
import { campaignNameOf, namedInText } from './campaign-name'
import { contactsOf } from './contacts'
import type { NoticeFacts, NoticeReading, ReadingQuestion } from './facts'
import { stagesOf } from './stages'
import { textLayers, type Layer } from './text-layers'

/** Gathers facts with their places and questions under their paths. */
class Gathering {
  readonly places: Record<string, Place> = {}
  readonly questions: ReadingQuestion[] = []
  constructor(private readonly prepared: Prepared) {}

  one<T>(path: string, found: Found<T> | undefined): T | undefined {
    if (found === undefined) return undefined
    this.places[path] = this.prepared.place(found)
    for (const [part, span] of Object.entries(found.parts ?? {})) this.places[`${path}.${part}`] = this.prepared.place(span)
    for (const d of found.doubts ?? []) {
      const at = d.at === '' ? path : `${path}.${d.at}`
      this.questions.push({ path: at, what: d.what, readings: d.readings, place: this.places[at] ?? this.prepared.place(found) })
    }
    return found.value
  }

  all<T>(path: string, found: readonly Found<T>[]): T[] {
    return found.map((f, i) => this.one(`${path}[${String(i)}]`, f) as T)
  }
}

/** The first layer that says something speaks. */
export const nearest = <T, L>(layers: readonly L[], read: (layer: L) => readonly T[]): readonly T[] => {
  for (const layer of layers) {
    const found = read(layer)
    if (found.length > 0) return found
  }
  return []
}
const nearestOne = <T>(layers: readonly Layer[], read: (layer: Layer) => T | undefined): T | undefined => nearest(layers, (l) => { const x = read(l); return x === undefined ? [] : [x] })[0]

/** What a letter and the text it forwards both say is said once, by the nearest; what only one says stands beside it. */
const everyLayer = <T>(layers: readonly Layer[], read: (layer: Layer) => readonly Found<T>[], key: (value: T) => string = (value) => JSON.stringify(value)): readonly Found<T>[] => layers.reduce<readonly Found<T>[]>((all, layer) => {
  const above = new Set(all.map((f) => key(f.value)))
  return [...all, ...read(layer).filter((f) => !above.has(key(f.value)))]
}, [])

/** The campaign's name, in the characters of the title. */
function namedIn(prepared: Prepared, title: Span): Found<string> {
  const folded = prepared.text.slice(title.from, title.to), name = campaignNameOf(folded), at = folded.indexOf(name)
  return { value: at < 0 ? name : prepared.say(title.from + at, title.from + at + name.length), from: title.from, to: title.to }
}

/** Reads a notice. */
export function readNotice(original: string): NoticeReading {
  const { prepared, spans, layers } = textLayers(original)
  const first = layers[0]
  const gather = new Gathering(prepared)
  const title = first?.heading.title
  const docNumber = gather.one('docNumber', first?.heading.docNumber) ?? null
  const campaign = title === undefined ? namedInText(first?.page.sentences ?? []) : namedIn(prepared, title)
  const contacts = first === undefined ? { count: 0 } : contactsOf(prepared, first.page.span)
  if (contacts.at !== undefined) gather.places['contacts'] = prepared.place(contacts.at)
  const notice = nearestOne(layers, (l) => recognisePublicNotice(l.page))
  // 我会, 本校: the issuer speaks of itself
  const hosts = nearest([...layers.map((l) => hostsOf(l.page.sentences)), ...layers.map((l) => forwardedOf(l.page.sentences))], (found) => found)
    .flatMap((h) => (!/^[我本][会校院局厅委部省市县区]$/u.test(h.value) ? [h] : first?.heading.issuer === undefined ? [] : [{ ...h, value: first.heading.issuer.value }]))
  const facts: NoticeFacts = {
    title: gather.one('title', title) ?? null,
    issuer: gather.one('issuer', first?.heading.issuer) ?? null,
    docNumber,
    campaignName: gather.one('campaignName', campaign) ?? null,
    hosts: gather.all('hosts', hosts),
    basis: gather.all('basis', nearest(layers.slice(0, 1), (l) => basisOf(prepared, l.page.sentences, { docNumber: docNumber ?? '', body: l.page.span }))),
    quota: gather.all('quota', everyLayer(layers, (l) => recogniseQuotas(l.page))),
    deadlines: gather.all('deadlines', everyLayer(layers, (l) => recogniseDeadlines(l.page))),
    exclusions: gather.all('exclusions', everyLayer(layers, (l) => recogniseExclusions(l.page))),
    ageLimit: gather.one('ageLimit', nearestOne(layers, (l) => recogniseAge(l.page))) ?? null,
    materials: gather.all('materials', everyLayer(layers, (l) => recogniseMaterials(l.page), (m) => `${m.kind}${m.kind === 'other' || m.kind === 'evidence' ? m.name : ''}`)),
    publicNoticeDays: gather.one('publicNoticeDays', notice === undefined ? undefined : { ...notice, value: notice.value.days }) ?? null,
    rounds: gather.all('rounds', everyLayer(layers, (l) => recogniseRounds(l.page))),
    proportions: gather.all('proportions', everyLayer(layers, (l) => recogniseProportions(l.page))),
    contacts: contacts.count,
    attachments: gather.all('attachments', nearest(layers, (l) => l.attachments)),
    stages: gather.all('stages', nearest(layers, (l) => stagesOf(l.page.sentences))),
  }
  return { facts, places: gather.places, questions: gather.questions, layers: spans.map((s) => prepared.place(s)) }
}

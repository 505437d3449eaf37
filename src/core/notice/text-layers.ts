/** A notice's text cut into what one office wrote each: head, body, attachment list. */
import { prepare, type Prepared, type Span } from '../text/prepare'
import { sentencesOf } from '../text/sentences'
import type { Found, Page } from '../rules/recognise/page'
import { attachmentsOf } from './attachments'
import { headingOf, type Heading } from './heading'
import { layersOf } from './layers'

/** One office's text. `page` is what the recognisers read: the body without its list of attachments. */
export interface Layer { readonly heading: Heading; readonly page: Page; readonly attachments: readonly Found<string>[] }

function layerOf(prepared: Prepared, span: Span): Layer {
  const heading = headingOf(prepared, span)
  const whole = sentencesOf(prepared, heading.body)
  const { found, block } = attachmentsOf(prepared, heading.body, whole)
  const sentences = block === undefined ? whole : whole.filter((s) => s.to <= block.from || s.from >= block.to)
  const title = heading.title === undefined ? '' : prepared.text.slice(heading.title.from, heading.title.to)
  return { heading, attachments: found, page: { prepared, span: heading.body, sentences, title, notDeadlines: heading.notDeadlines, ...(heading.year === undefined ? {} : { year: heading.year }) } }
}

/** The layers of an original text, nearest first: of a cover letter and the notice it forwards the letter comes first, and governs. */
export function textLayers(original: string): { readonly prepared: Prepared; readonly spans: readonly Span[]; readonly layers: readonly Layer[] } {
  const prepared = prepare(original)
  const spans = layersOf(prepared)
  return { prepared, spans, layers: spans.map((span) => layerOf(prepared, span)) }
}

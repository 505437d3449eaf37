/** What a Word or Excel file since 2007 tells anywhere: to whoever takes it apart. For looking through, not for reading. */
import type { ByteSource } from '../byte-source'
import { pictureWords } from '../picture-words'
import { daysBy, withValues, type IsDay } from './cell-values'
import { decoded, STYLES, textOf, textsOfParts, told, unescaped } from './office-texts'

/** How a file looks; nothing in it is anybody's. */
const looks = /\/(?:theme|fontTable|styles|numbering|webSettings)/u
const part = /^(?:word|xl|docProps|customXml)\/.*\.(?:xml|rels|vml)$/u

/** Besides what is read: numbers, days and answers of cells, formulas, fields, words for pictures, hints, choices, links, what charts, pivot tables and parts of their own keep, and what is written into pictures. @throws Unreadable when the zip is damaged, or unpacks to more than it may */
export const everyOfficeText = (source: ByteSource): Promise<string[]> => {
  let isDay: IsDay = () => false
  return textsOfParts(source, (name) => {
    if (name === STYLES) return (bytes) => { isDay = daysBy(decoded(bytes)); return '' }
    if (told.test(name)) return (bytes) => { const xml = decoded(bytes); return `${textOf(withValues(xml, isDay))}\n${besides(xml)}` }
    if (part.test(name) && !looks.test(name)) return (bytes) => { const xml = decoded(bytes); return `${wordsOf(xml)}\n${attributes(xml)}` }
    return /^(?:word|xl)\/media\/.*\.(?:jpe?g|png)$/iu.test(name) ? pictureWords : null
  })
}

/** Wherever it is not certain that two pieces belong to one word, they are kept apart: runs alone are joined. */
const wordsOf = (xml: string): string => unescaped(xml.replace(/<\/(?!(?:[a-z0-9]+:)?(?:r|t)>)[^>]*>/giu, '\n').replace(/<[^>]*>/gu, ''))

/** Long enough to name a person, and more than a measure or a name of the format. */
const says = /\p{Script=Han}|\p{Nd}(?:[^\p{Nd}]{0,2}\p{Nd}){5}|@/u
const attributes = (xml: string): string => [...xml.matchAll(/\s[\w:]+="([^"]{6,})"/gu)].map((m) => m[1]!).filter((v) => says.test(v)).map(unescaped).join('\n')
/** What a reader of the page does not see of its own parts. */
const besides = (xml: string): string => [attributes(xml), ...[...xml.matchAll(/<(?:f|w:instrText)\b[^>]*>([^<]{6,})</gu)].map((m) => unescaped(m[1]!))].join('\n')

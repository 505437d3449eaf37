/** The corpus: every format right and wrong, made by the project itself, the same at every run; and the definition it is judged by. */
import { readFile } from 'node:fs/promises'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { chainOf, readDefinitions } from '#server/definitions'
import { shippedDefinitions } from '#server/main'
import type { CorpusFile } from './corpus-file'
import { films } from './films'
import { rareNames } from './names'
import { officeFiles } from './office'
import { papers } from './papers'
import { photographs } from './pictures'
import { portraits } from './portraits'

export const corpus = async (): Promise<CorpusFile[]> => (await Promise.all([photographs(), portraits(), films(), papers(), officeFiles(), rareNames()])).flat()

/** The second seed's definition but for the least size of a photograph, which would make the corpus large: 2 MB become 25 kB. */
export const corpusDefinition = async (): Promise<{ readonly yaml: string; readonly definition: ResolvedDefinition }> => {
  const yaml = (await readFile(`${shippedDefinitions()}/lnma-2021.yaml`, 'utf8')).replace('minBytes: 2000000', 'minBytes: 25000')
  const parsed = parseDefinition(yaml, 'corpus.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors[0]))
  const upper = parsed.definition.parent === null ? [] : chainOf((await readDefinitions(shippedDefinitions())).definitions, parsed.definition.parent)!
  return { yaml, definition: resolve([...upper, parsed.definition]) }
}

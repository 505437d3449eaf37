import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Definition } from '#core/campaign/definition'
import { parseDefinition, type DefinitionError } from '#core/campaign/parse'

export interface DefinitionsRead { readonly definitions: Map<string, Definition>; readonly errors: DefinitionError[] }

type Parsed = ReturnType<typeof parseDefinition>
/** By path: files are read anew when they changed, and every page that plans a campaign asks for them. */
const known = new Map<string, { readonly stamp: string; readonly parsed: Parsed }>()

const parsedFile = async (folder: string, file: string): Promise<Parsed> => {
  const path = join(folder, file)
  const { mtimeMs, size } = await stat(path)
  const [stamp, before] = [`${mtimeMs} ${size}`, known.get(path)]
  if (before?.stamp === stamp) return before.parsed
  const parsed = parseDefinition(await readFile(path, 'utf8'), file)
  known.set(path, { stamp, parsed })
  return parsed
}

/** Reads every definition of a folder; a broken file is reported exactly and never hides the others. */
export const readDefinitions = async (folder: string): Promise<DefinitionsRead> => {
  const definitions = new Map<string, Definition>()
  const errors: DefinitionError[] = []
  for (const file of (await readdir(folder)).filter((f) => f.endsWith('.yaml')).sort()) {
    const parsed = await parsedFile(folder, file)
    if (parsed.ok) definitions.set(parsed.definition.id, parsed.definition)
    else errors.push(...parsed.errors)
  }
  return { definitions, errors }
}

/** Root first. Stops with the missing id where a parent is not there. */
export const chainOf = (definitions: ReadonlyMap<string, Definition>, id: string): Definition[] | null => {
  const chain: Definition[] = []
  for (let next: string | null = id; next !== null;) {
    const d = definitions.get(next)
    if (d === undefined || chain.includes(d)) return null
    chain.unshift(d)
    next = d.parent
  }
  return chain
}

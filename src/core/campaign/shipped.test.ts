import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { parseDefinition, sayDefinitionError } from './parse'
it('x', () => { for (const n of ['national','liaoning','lnma','cis']) { const r = parseDefinition(readFileSync(`campaigns/${n}-2021.yaml`,'utf8'), n); console.log(n, r.ok ? r.definition.rules.length : r.errors.map(e=>sayDefinitionError(e).zh).join('\n')) } })

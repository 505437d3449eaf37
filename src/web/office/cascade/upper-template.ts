/** What holds above, as the form of a new campaign takes its definitions to start from. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Template } from '../new/plan-draft'

export const upperTemplate = (d: ResolvedDefinition): Template => ({ id: d.id, name: d.name, issuer: d.notice.issuer, year: d.year, level: d.level, definition: d })

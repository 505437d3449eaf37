/** How many leads wait for the reader to look at them. */
import { listLeads } from '#contract/operations/leads'
import { isUnseen } from '#core/nomination/lead'
import type { Role } from '#core/access/actor'
import { useSession } from '../../api/session'
import { useRead } from '../../api/use-operation'

export const useUnseenLeads = (roles: readonly Role[]): number => {
  const { role, next } = useSession()
  const { data } = useRead(listLeads, {}, { enabled: next === 'done' && role !== null && roles.includes(role) })
  return data?.leads.filter((l) => l.own && isUnseen(l.state)).length ?? 0
}

/** The frame of the supervisor's pages; office and secretary, who read the record too, keep the way back to their area. */
import type { Role } from '#core/access/actor'
import { areaOf } from '../ui/area-of-role'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { useText } from '../text/use-text'

const names = { office: 'office.title', jurySecretary: 'jury.title' } as const

export const SupervisorFrame = ({ roles }: { roles: readonly Role[] }) => {
  const t = useText()
  const { role } = useSession()
  const other = role === 'office' || role === 'jurySecretary' ? names[role] : null
  const home = other === null ? '/supervisor' : areaOf(role)
  return <Shell home={home} roles={roles} items={[{ to: home, label: t(other ?? 'supervisor.campaigns'), end: true }, ...(other === null ? [{ to: '/supervisor/honours', label: t('honours.nav') }] : [])]} />
}

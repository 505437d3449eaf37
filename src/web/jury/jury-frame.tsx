/** The frame of the jury's pages. Whoever reads the room from another area keeps the way back to it. */
import type { Role } from '#core/access/actor'
import { areaOf } from '../ui/area-of-role'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { useText } from '../text/use-text'

const names = { office: 'office.title', supervisor: 'supervisor.title' } as const

export const JuryFrame = ({ roles }: { roles: readonly Role[] }) => {
  const t = useText()
  const { role } = useSession()
  const other = role === 'office' || role === 'supervisor' ? names[role] : null
  const home = other === null ? '/jury' : areaOf(role)
  return <Shell home={home} roles={roles} items={[{ to: home, label: t(other ?? 'jury.rounds'), end: true }]} />
}

/** Stands where an area has no pages yet. */
import type { Role } from '#core/access/actor'
import { useText } from '../text/use-text'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { Shell } from '../ui/shell'

interface AreaComingProps { home: string; title: 'office.title' | 'unit.title' | 'jury.title' | 'supervisor.title'; roles: readonly Role[] }

export const AreaComing = ({ home, title, roles }: AreaComingProps) => {
  const t = useText()
  return (
    <Shell home={home} items={[{ to: home, label: t(title) }]} roles={roles}>
      <PageFrame><Empty wholePage title={t('entry.area.coming')}>{t('entry.area.comingFact')}</Empty></PageFrame>
    </Shell>
  )
}

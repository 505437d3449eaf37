/** How many read how many, in five numbers. */
import { useText } from '../../text/use-text'
import { Figure, Figures } from '../../ui/figure'
import type { Shared } from './assignment-answer'

export const AssignmentFigures = ({ shared }: { shared: Shared }) => {
  const t = useText()
  const loads = shared.jurors.map((j) => j.load)
  const [all, of] = [loads.reduce((a, b) => a + b, 0), shared.jurors.reduce((n, j) => n + j.ofTheField, 0)]
  const [fewest, most] = [Math.min(...loads), Math.max(...loads)]
  return (
    <div className="gap">
      <Figures>
        <Figure label={t('assignment.fig.candidates')} value={shared.candidates.length} unit={t('assignment.fig.people')} />
        <Figure label={t('assignment.fig.readers')} value={shared.readers} unit={t('assignment.fig.people')} note={shared.perUnit === null ? t('assignment.fig.readersNote') : t('assignment.fig.unit', { n: shared.perUnit })} />
        <Figure label={t('assignment.fig.readings')} value={all} unit={t('assignment.fig.parts')} />
        <Figure label={t('assignment.fig.load')} value={fewest === most ? fewest : `${fewest}–${most}`} unit={t('assignment.fig.parts')} note={shared.least === null ? t('assignment.fig.loadNote', { most: shared.most }) : t('assignment.fig.loadNoteLeast', { most: shared.most, least: shared.least })} />
        <Figure label={t('assignment.fig.field')} value={all === 0 ? '—' : `${Math.round((of / all) * 100)}%`} note={t('assignment.fig.fieldNote', { n: of })} />
      </Figures>
    </div>
  )
}

/** `/set-up`: an empty installation becomes an office in three steps. Not yet joined to the server. */
import { useText } from '../text/use-text'
import { Empty } from '../ui/empty'
import { Stepper } from '../ui/stepper'
import { EntryPage } from './entry-page'

export const SetUp = () => {
  const t = useText()
  return (
    <EntryPage title={t('entry.setUp.title')} wide>
      <Stepper steps={[t('entry.setUp.organisation'), t('entry.setUp.account'), t('entry.setUp.units')]} now={0} />
      <Empty title={t('entry.area.coming')}>{t('entry.area.comingFact')}</Empty>
    </EntryPage>
  )
}

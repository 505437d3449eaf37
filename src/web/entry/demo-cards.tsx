/** The role cards of a demo: one press and one is in, as an invented person. */
import { Link, useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { demoCards, enterDemo } from '#contract/operations/sign-in'
import { roleNames } from '#core/access/actor'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { ChoiceCard, ChoiceCards } from '../ui/choice-card'
import { Empty } from '../ui/empty'
import { Section } from '../ui/section'
import { areaOf } from '../ui/area-of-role'
import { Answer, Refused } from '../ui/answer'
import { useSession } from '../api/session'

type Card = AnswerOf<typeof demoCards>['cards'][number]

const RoleCard = ({ card, onEnter, busy }: { card: Card; onEnter: () => void; busy: boolean }) => {
  const words = useWords()
  return <ChoiceCard title={words(roleNames[card.role])} who={`${card.personName}　${card.organisationName}`} about={words(card.about)} onChoose={onEnter} disabled={busy} />
}

const Now = () => {
  const { signedIn, role, personName } = useSession()
  const t = useText()
  const words = useWords()
  if (!signedIn || role === null) return null
  return <p className="start-now">{t('entry.start.now', { role: words(roleNames[role]), person: personName ?? '' })} <Link className="link" to={areaOf(role)}>{t('entry.start.goOn')}</Link></p>
}

export const DemoCards = () => {
  const t = useText()
  const navigate = useNavigate()
  const cards = useRead(demoCards, { params: {} })
  const enter = useAct(enterDemo)
  const go = (card: string) => enter.mutate({ params: {}, body: { card } }, { onSuccess: ({ path }) => void navigate(path) })
  return (
    <Section title={t('entry.start.demo')} note={t('entry.start.demoNote')}>
      <Now />
      <Refused error={enter.error} />
      <Answer query={cards}>
        {({ cards: all }) => (all.length === 0 ? <Empty title={t('entry.start.noCards')}>{t('entry.start.noCardsFact')}</Empty> : (
          <ChoiceCards>{all.map((card) => <RoleCard key={card.card} card={card} busy={enter.isPending} onEnter={() => go(card.card)} />)}</ChoiceCards>
        ))}
      </Answer>
    </Section>
  )
}

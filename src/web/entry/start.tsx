/** `/`: in a demo installation a card per role; otherwise the way to sign in, to activate, or (empty installation) to set up. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from 'react-router'
import { roleNames } from '#core/access/actor'
import { useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { ChoiceCard, ChoiceCards } from '../ui/choice-card'
import { ErrorBox } from '../ui/error-box'
import { Loading } from '../ui/loading'
import { Section } from '../ui/section'
import { api, type DemoCard } from './api'
import './entry.css'
import { useRenewSession, useSession } from './session'
import { Shell } from './shell'

const Card = ({ card, onEnter, busy }: { card: DemoCard; onEnter: () => void; busy: boolean }) => {
  const t = useText()
  const words = useWords()
  const role = words(roleNames[card.role])
  return <ChoiceCard title={role} who={`${card.personName}　${card.organisationName}`} about={words(card.about)} onChoose={onEnter} disabled={busy} label={`${t('entry.start.enter', { role })}: ${card.personName}`} />
}

const RoleCards = () => {
  const t = useText()
  const navigate = useNavigate()
  const renew = useRenewSession()
  const cards = useQuery({ queryKey: ['demo-cards'], queryFn: api.demoCards })
  const enter = useMutation({
    mutationFn: (card: string) => api.enterDemo(card),
    onSuccess: async ({ path }) => {
      await renew()
      await navigate(path)
    },
  })
  if (cards.isPending) return <Loading shape="rows" />
  if (cards.isError) return <ErrorBox title={t('common.error.page.title')} lost={t('common.error.page.lost')} retry={() => void cards.refetch()} />
  return (
    <Section title={t('entry.start.demo')} note={t('entry.start.demoNote')}>
      <ChoiceCards>{cards.data.map((card) => <Card key={card.card} card={card} busy={enter.isPending} onEnter={() => enter.mutate(card.card)} />)}</ChoiceCards>
    </Section>
  )
}

export const Start = () => {
  const t = useText()
  const session = useSession()
  if (!session.setUp) return <Navigate to="/set-up" replace />
  return (
    <Shell home="/" items={[]}>
      <main id="main" tabIndex={-1}>
        <section className="start-hero">
          <h1>{t('common.product')}</h1>
          <p>{t('entry.start.lead')}</p>
          {session.demo ? null : (
            <div className="row-of"><ButtonLink to="/sign-in" look="primary" size="large">{t('entry.start.signIn')}</ButtonLink><ButtonLink to="/activate" size="large">{t('entry.start.activate')}</ButtonLink></div>
          )}
        </section>
        {session.demo ? <div className="page"><RoleCards /></div> : null}
      </main>
    </Shell>
  )
}

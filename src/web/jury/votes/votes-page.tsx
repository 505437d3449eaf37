/** `/jury/rounds/:roundId/votes`: the vote of the public as office, secretary and supervisor see it: its time, turnout by hour and network, what is odd. */
import { Link, useParams } from 'react-router'
import { readPublicVote } from '#contract/operations/public-votes'
import type { Finding } from '#core/kernel/finding'
import { sayEnd, stamp } from '#core/kernel/instant'
import { limitsOf } from '#core/review/counting/public-vote'
import { sayCaps, sayForm } from '#core/review/public-voting'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Figure, Figures } from '../../ui/figure'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { KeyValue } from '../../ui/key-value'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { Hours, Networks } from './came'
import { OpenVote } from './open-vote'
import type { PublicVote } from './votes-answer'

type Row = NonNullable<PublicVote['result']>['rows'][number]

const Terms = ({ of }: { of: PublicVote }) => {
  const t = useText()
  const words = useWords()
  const part = of.rule.publicPart!
  const limits = limitsOf(of.rule)
  const said = [sayForm(limits), ...sayCaps(limits)]
  return <KeyValue nameWidth={96} pairs={[
    ...(of.vote === null ? [] : [{ name: t('votes.time'), value: `${stamp(of.vote.startsAt).slice(0, 16)} — ${stamp(of.vote.endsAt).slice(0, 16)}` }, { name: t('votes.address'), value: <a className="link" href={of.path} target="_blank" rel="noreferrer">{location.origin + of.path}</a> }]),
    { name: t('votes.weight'), value: t('votes.weightSay', { percent: part.percent, by: t(`votes.form.by.${part.by}`), rest: 100 - part.percent }) },
    { name: t('votes.limits'), value: said.map((w) => words(w)).join(t('common.comma')) },
  ]} />
}

const Result = ({ result }: { result: NonNullable<PublicVote['result']> }) => {
  const t = useText()
  const columns: Column<Row>[] = [{ key: 'name', head: t('votes.candidate'), names: true, cell: (r) => r.candidateName }, { key: 'votes', head: t('votes.count'), numeric: true, cell: (r) => r.votes }, { key: 'points', head: t('votes.points'), numeric: true, cell: (r) => r.points }]
  return <Section title={t('votes.result')} note={t('votes.resultNote', { n: result.counted, struck: result.struck })}><Table caption={t('votes.result')} captionHidden columns={columns} rows={result.rows} keyOf={(r) => r.nominationId} empty={null} /></Section>
}

const Standing = ({ of, vote }: { of: PublicVote; vote: NonNullable<PublicVote['vote']> }) => {
  const t = useText()
  const most = vote.networks[0]
  return (
    <>
      <div className="gap"><Figures>
        <Figure label={t('votes.fig.votes')} value={vote.votes} unit={t('votes.fig.votesUnit')} />
        <Figure label={t('votes.fig.browsers')} value={vote.browsers} unit={t('votes.fig.browsersUnit')} />
        <Figure label={t('votes.fig.networks')} value={most === undefined || vote.votes === 0 ? '—' : `${Math.round((100 * most.votes) / vote.votes)}%`} {...(most !== undefined && { note: t('votes.fig.networksNote', { n: most.votes, addresses: most.addresses }) })} />
      </Figures></div>
      <div className="gap">{vote.findings.length > 0 ? <Findings>{vote.findings.map((f, i) => <FindingCard key={i} finding={f as Finding} />)}</Findings> : <Note kind="info" title={t('votes.quiet')}><p>{vote.votes < 50 ? t('votes.few') : t('votes.quietFact')}</p></Note>}</div>
      <p className="detail muted gap">{of.result === null ? t('votes.hidden') : ''}{vote.state === 'over' ? t('votes.destroyed') : ''}</p>
      {of.result === null ? null : <Result result={of.result} />}
      {vote.votes === 0 ? null : <><Hours vote={vote} /><Networks vote={vote} /></>}
    </>
  )
}

export const VotesPage = () => {
  const { roundId = '' } = useParams()
  const t = useText()
  const words = useWords()
  const query = useRead(readPublicVote, { params: { roundId } }, { refetchMs: 30_000 })
  return (
    <PageFrame>
      <Answer query={query}>
        {(of) => (
          <>
            <p className="detail"><Link className="link" to={`/jury/rounds/${roundId}/room`}>{t('votes.back')}</Link></p>
            <Section title={t('votes.title')} note={t('votes.of', { name: words(of.rule.name), percent: of.rule.publicPart!.percent })} action={of.vote === null ? undefined : <Chip kind={of.vote.state === 'running' ? 'half' : of.vote.state === 'over' ? 'lock' : 'none'}>{t(`votes.state.${of.vote.state}`)}{of.vote.state === 'running' ? `　${words(sayEnd(of.vote.endsAt))}` : ''}</Chip>}>
              <Terms of={of} />
            </Section>
            {of.vote === null ? of.may.includes('open') ? <OpenVote roundId={roundId} candidates={of.candidates} /> : <div className="gap"><Note kind="info" title={t('votes.notYet')}><p>{t('votes.notYetFact')}</p></Note></div> : <Standing of={of} vote={of.vote} />}
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

/** `/jury/rounds/:roundId/room`: a round as office, secretary and supervisor see it: attendance and turnout while it is open, the tally once it is closed. */
import { useParams } from 'react-router'
import type { Finding } from '#core/kernel/finding'
import { sayEnd } from '#core/kernel/instant'
import { readCampaign } from '#contract/operations/campaigns'
import { readRound } from '#contract/operations/jury'
import { useRead } from '../../api/use-operation'
import { CampaignBand } from '../../ui/campaign-band'
import { Answer } from '../../ui/answer'
import { useText, useWords } from '../../text/use-text'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import '../jury.css'
import { PaperPart } from '../paper/paper-part'
import { AbandonRound } from './abandon-round'
import { KeyShares } from './key-shares'
import { RoomFigures } from './room-figures'
import { RoomHead } from './room-head'
import { RoomSide } from './room-side'
import type { Round } from './round-answer'
import { RoomTally } from './room-tally'
import { WaitingList } from './waiting-list'

/** What the round waits for, in one sentence: the band's next step. */
const useNext = (round: Round): string => {
  const t = useText()
  if (round.rule.paper === true && round.state === 'open') return t('onPaper.next')
  const sitting = round.jurors.filter((j) => j.dropped === null)
  const present = sitting.filter((j) => j.present)
  const votes = present.filter((j) => j.voted).length
  if (round.abandoned !== null) return t('keys.abandoned')
  if (round.keyShares !== null && round.state === 'open' && round.keyShares.shares.length < 3) return t('keys.waits')
  if (round.result?.waiting) return t('rounds.decide.nextConfirm')
  if (round.result?.followedBy) return t('rounds.follow.nextSee')
  if (round.result?.next.mayVoteAgain === true && round.result.next.kind !== 'people') return t('rounds.follow.nextOpen')
  if (round.result) return t(round.result.next.kind === 'people' ? 'rounds.decide.nextEnter' : 'jury.room.nextSign')
  if (present.length < sitting.length && round.closing.some((f) => f.strength === 'block')) return t('jury.room.nextQuorum', { n: present.length, of: sitting.length })
  return votes < present.length ? t(round.rule.method === 'score' ? 'rounds.room.nextSheets' : 'jury.room.nextVotes', { n: votes, of: present.length }) : t('jury.room.nextClose')
}

const Room = ({ round }: { round: Round }) => {
  const campaign = useRead(readCampaign, { params: { campaignId: round.campaignId } })
  const next = useNext(round)
  const t = useText()
  const words = useWords()
  return (
    <>
      {campaign.data ? <CampaignBand campaign={campaign.data} next={next} /> : null}
      <PageFrame side={<RoomSide round={round} />} sideLabel={t('jury.room.attendance')}>
        <RoomHead round={round} />
        <RoomFigures round={round} />
        {round.closing.length ? <><div className="gap" /><Findings>{round.closing.map((f) => <FindingCard key={f.code} finding={f as Finding} />)}</Findings></> : null}
        {round.abandoned === null ? null : <><div className="gap" /><Note kind="warn" title={t('keys.abandoned')}><p>{t('keys.abandonedFact', { name: round.abandoned.byName, at: words(sayEnd(round.abandoned.at)), reason: round.abandoned.reason })}</p></Note></>}
        {round.keyShares === null || round.abandoned !== null ? null : <KeyShares round={round} keys={round.keyShares} />}
        {round.rule.paper === true && round.state === 'open' ? <PaperPart round={round} /> : null}
        {round.may.includes('abandon') ? <AbandonRound round={round} /> : null}
        {round.result ? <RoomTally round={round} result={round.result} /> : <WaitingList round={round} />}
      </PageFrame>
    </>
  )
}

export const RoomPage = () => {
  const { roundId = '' } = useParams()
  const round = useRead(readRound, { params: { roundId } }, { refetchMs: 15_000 })
  if (round.data) return <Room round={round.data} />
  return <PageFrame><Answer query={round}>{() => null}</Answer></PageFrame>
}

/** Beside the tally: who came, who stands back from whom, who has voted; and what proves the count. */
import { useText } from '../../text/use-text'
import { CodeText } from '../../ui/code-text'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import type { Round } from './round-answer'

type Juror = Round['jurors'][number]

const JurorRow = ({ juror }: { juror: Juror }) => {
  const t = useText()
  const { present, voted, recusedFrom, personName, unitName, fieldOfWork } = juror
  const recusals = recusedFrom.map((r) => t('jury.side.recused', { name: r.candidateName, reason: r.reason })).join(t('jury.listComma'))
  const about = recusals || [unitName, fieldOfWork].filter(Boolean).join('　')
  return (
    <li>
      <b>{personName}</b>
      <span className={recusals ? 'recusal' : 'muted'}>{about}</span>
      {voted ? <State kind="ok">{t('jury.side.voted')}</State> : present ? <State kind="half">{t('jury.side.present')}</State> : <State kind="none">{t('jury.side.absent')}</State>}
    </li>
  )
}

export const RoomSide = ({ round }: { round: Round }) => {
  const t = useText()
  const { result } = round
  return (
    <>
      <Section title={t('jury.room.attendance')}>
        <ul className="jurors">{round.jurors.map((j) => <JurorRow key={j.accountId} juror={j} />)}</ul>
      </Section>
      {result ? (
        <Section title={t('jury.side.provable')}>
          <KeyValue nameWidth={72} pairs={[
            { name: t('jury.side.hash'), value: <CodeText code={result.hash} /> },
            { name: t('jury.side.again'), value: t('jury.side.againHow') },
            { name: t('jury.side.signed'), value: t('jury.side.signedBy') },
          ]} />
        </Section>
      ) : null}
    </>
  )
}

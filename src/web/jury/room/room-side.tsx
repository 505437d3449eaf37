/** Beside the tally: who came, who stands back from whom, who has voted; and what proves the count. */
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text'
import { CodeText } from '../../ui/code-text'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { DropJuror } from './drop-juror'
import type { Round } from './round-answer'

type Juror = Round['jurors'][number]

const JurorRow = ({ juror, action }: { juror: Juror; action: ReactNode }) => {
  const t = useText()
  const { present, voted, recusedFrom, personName, unitName, fieldOfWork, dropped } = juror
  const recusals = recusedFrom.map((r) => t('jury.side.recused', { name: r.candidateName, reason: r.reason })).join(t('jury.listComma'))
  const about = dropped ?? (recusals || [unitName, fieldOfWork].filter(Boolean).join('　'))
  return (
    <li>
      <b>{personName}</b>
      <span className={recusals ? 'recusal' : 'muted'}>{about}</span>
      {dropped !== null ? <State kind="none">{t('rounds.drop.dropped')}</State> : voted ? <State kind="ok">{t('jury.side.voted')}</State> : present ? <State kind="half">{t('jury.side.present')}</State> : <State kind="none">{t('jury.side.absent')}</State>}
      {action}
    </li>
  )
}

export const RoomSide = ({ round }: { round: Round }) => {
  const t = useText()
  const { result } = round
  return (
    <>
      <Section title={t('jury.room.attendance')}>
        <ul className="jurors">{round.jurors.map((j) => <JurorRow key={j.accountId} juror={j} action={round.may.includes('dropJuror') && !j.voted && j.dropped === null ? <DropJuror roundId={round.id} juror={j} /> : null} />)}</ul>
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

/** What was found, by how hard it holds: each with both its places, and room for the reason where one is asked. */
import type { ReactNode } from 'react'
import { LEAST_REASON } from '#core/campaign/before-issuing'
import type { Finding } from '#core/kernel/finding'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { Empty } from '../../ui/empty'
import { FindingCard } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-fields'
import type { Looked } from './looked'

type Raised = Looked['findings'][number]
interface PartProps { looked: Looked; reasons: ReadonlyMap<string, string>; onReason: (key: string, reason: string) => void }

const Against = ({ against }: { against: NonNullable<Raised['against']> }) => {
  const t = useText()
  const words = useWords()
  return <p className="raised-against"><b>{t('office.issuing.against')}</b>{words(against.name)}{against.clause === null ? null : <> <q>{words(against.clause)}</q> <ClauseRef clause={against.clause as never} withSource /></>}</p>
}

const Card = ({ raised, children }: { raised: Raised; children?: ReactNode }) => (
  <li className={`raised ${raised.strength}`}>
    <FindingCard finding={raised as Finding} />
    {raised.against === null && children === undefined ? null : <div className="raised-more">{raised.against === null ? null : <Against against={raised.against} />}{children}</div>}
  </li>
)

const titles = { block: 'office.issuing.blocks', warn: 'office.issuing.warns', note: 'office.issuing.notes' } as const

export const FindingsPart = ({ looked, reasons, onReason }: PartProps) => {
  const t = useText()
  const { accountId } = useSession()
  const mine = looked.drafter.accountId === accountId
  const groups = (['block', 'warn', 'note'] as const).map((strength) => ({ strength, all: looked.findings.filter((f) => f.strength === strength) })).filter(({ all }) => all.length > 0)
  return (
    <Section title={t('office.issuing.findings')}>
      {groups.some((g) => g.strength !== 'note') ? null : <Empty title={t('office.issuing.none')}>{t('office.issuing.noneFact')}</Empty>}
      {groups.map(({ strength, all }) => (
        <div className="raised-group" key={strength}>
          <h3>{t(titles[strength], { n: all.length })}</h3>
          <ul>
            {all.map((f, i) => (
              <Card key={f.key} raised={f}>
                {strength !== 'warn' ? undefined : mine ? <p className="muted small">{t('office.issuing.reasonOther')}</p>
                  : <TextArea label={t('office.issuing.reasonFor', { n: i + 1 })} required rows={2} max={500} value={reasons.get(f.key) ?? ''} onChange={(reason) => onReason(f.key, reason)} hint={t('office.issuing.reasonHint', { n: LEAST_REASON })} />}
              </Card>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

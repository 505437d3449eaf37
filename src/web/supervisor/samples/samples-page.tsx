/** `/supervisor/c/:campaignId/samples`: 抽查, fixed before it is drawn, with what was found. */
import { useState } from 'react'
import { useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { fixSample, readSamples } from '#contract/operations/supervision'
import { mostSampled, type Sampled } from '#core/supervision/sample'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { SupervisionFrame } from '../supervision-frame'
import { OneSample } from './one-sample'

const NewSample = ({ campaignId, pools }: { campaignId: string; pools: AnswerOf<typeof readSamples>['pools'] }) => {
  const t = useText()
  const [what, setWhat] = useState<Sampled>('nominations')
  const [size, setSize] = useState('')
  const act = useAct(fixSample, [readSamples.id, 'ledger.read'])
  const count = pools.find((p) => p.what === what)?.count ?? 0
  const n = Number(size)
  const fits = Number.isInteger(n) && n >= 1 && n <= Math.min(count, mostSampled)
  return (
    <Section title={t('supervision.samples.new')}>
      <form className="sample-new" onSubmit={(event) => { event.preventDefault(); act.mutate({ params: { campaignId }, body: { what, size: n } }, { onSuccess: () => { setSize(''); say(t('supervision.samples.fixed')) } }) }}>
        <FieldRow>
          <SelectField label={t('supervision.samples.what')} value={what} onChange={(v) => setWhat(v as Sampled)} options={pools.map((p) => ({ value: p.what, label: t(`supervision.what.${p.what}`) }))} />
          <TextField label={t('supervision.samples.size')} value={size} onChange={setSize} max={3} keyboard="numeric" hint={t('supervision.samples.sizeHint', { n: count })} />
        </FieldRow>
        <div className="gap"><Button type="submit" look="primary" busy={act.isPending} disabled={!fits}>{t('supervision.samples.fix')}</Button></div>
        <Refused error={act.error} />
      </form>
    </Section>
  )
}

export const SamplesPage = () => {
  const { campaignId = '' } = useParams()
  const t = useText()
  const samples = useRead(readSamples, { params: { campaignId } })
  return (
    <SupervisionFrame campaignId={campaignId} title={t('supervision.samples.title')} lead={t('supervision.samples.lead')}>
      <Answer query={samples} lines={4}>
        {({ pools, samples: all }) => (
          <>
            <NewSample campaignId={campaignId} pools={pools} />
            {all.length === 0 ? <Empty title={t('supervision.samples.none')}>{t('supervision.samples.noneFact')}</Empty> : all.map((s) => <OneSample key={s.sampleId} campaignId={campaignId} sample={s} />)}
          </>
        )}
      </Answer>
    </SupervisionFrame>
  )
}

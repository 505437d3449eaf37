/** 封单: registers by SHA-256 what is still on its way, so that the form can be submitted in time. */
import { useState } from 'react'
import { registerManifest } from '#contract/operations/uploads'
import { ruleOf } from '#core/campaign/definition'
import { mayArrive } from '#core/materials/sealed-file'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { CodeText } from '../../ui/code-text'
import { sumOfFile } from '../../ui/files/sum-of-file'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table } from '../../ui/table'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import type { UploadItem } from '../materials/upload-item'
import type { Nomination, NominationContext } from '../reading'

type Sealed = Nomination['sealed'][number]

export const SealedFiles = ({ files }: { files: readonly Sealed[] }) => {
  const t = useText()
  const { now } = useSession()
  return (
    <Table<Sealed> caption={t('late.seal.registered')} captionHidden rows={files} keyOf={(f) => f.materialId + f.sha256} empty={null} columns={[
      { key: 'name', head: t('late.seal.name'), names: true, cell: (f) => f.name },
      { key: 'bytes', head: t('late.seal.bytes'), numeric: true, cell: (f) => sayBytes(f.bytes) },
      { key: 'hash', head: 'SHA-256', cell: (f) => <CodeText code={f.sha256} short /> },
      { key: 'state', head: t('late.seal.state'), cell: (f) => (f.arrivedAt !== null ? <State kind="ok">{t('late.seal.arrived')}</State> : mayArrive(f, now()) ? <State kind="wait">{t('late.seal.coming')}</State> : <State kind="block">{t('late.seal.over')}</State>) },
    ]} />
  )
}

const underWay = (i: UploadItem): boolean => i.file !== null && i.materialId !== null && ['waiting', 'sending', 'paused', 'stopped', 'checking'].includes(i.phase)

export const SealFiles = ({ context: { nomination, campaign }, items }: { context: NominationContext; items: readonly UploadItem[] }) => {
  const t = useText()
  const [summing, setSumming] = useState<{ name: string; percent: number } | null>(null)
  const register = useAct(registerManifest)
  const rule = ruleOf(campaign.definition, 'deadline')
  const minutes = rule?.uploadGraceMinutes
  if (rule === undefined || minutes === undefined) return null
  const coming = items.filter(underWay)
  const seal = async () => {
    const files: { materialId: string; name: string; bytes: number; sha256: string }[] = []
    for (const i of coming) {
      const sha256 = await sumOfFile(i.file!, (read) => setSumming({ name: i.name, percent: Math.floor((100 * read) / i.bytes) }))
      files.push({ materialId: i.materialId!, name: i.name, bytes: i.bytes, sha256 })
    }
    setSumming(null)
    register.mutate({ params: { nominationId: nomination.id }, body: { files } }, { onSuccess: ({ registered }) => say(t('late.seal.done', { n: registered })) })
  }
  return (
    <Section title={t('late.seal.title')} note={t('late.seal.note', { n: minutes })} action={coming.length > 0 ? <Button busy={register.isPending || summing !== null} onClick={() => void seal().catch(() => setSumming(null))}>{t('late.seal.act', { n: coming.length })}</Button> : null}>
      <p className="detail">{t('late.seal.what', { n: minutes })} <ClauseRef clause={rule.rests} withSource /></p>
      {summing === null ? null : <p className="small muted" role="status">{t('late.seal.summing', summing)}</p>}
      {coming.length === 0 && nomination.sealed.length === 0 ? <p className="small muted">{t('late.seal.none')}</p> : null}
      {nomination.sealed.length > 0 ? <><SealedFiles files={nomination.sealed} /><p className="small muted">{t('late.seal.keepOpen')}</p></> : null}
      <Refused error={register.error} />
    </Section>
  )
}

/** Each candidate with or without an objection, the stamped reply, who deals with it; then the one act that uses the link up. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { replyByLink } from '#contract/operations/organ-links'
import { judgeReply } from '#core/appraisal/consultation'
import { judgeScanSize, MOST_SCAN_BYTES } from '#core/appraisal/organ-link'
import { dayOf } from '#core/kernel/instant'
import { base64Of } from '../api/base64-of'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { FieldRow } from '../ui/field'
import { PaperWays } from '../ui/files/paper-ways'
import { FindingCard, Findings } from '../ui/finding-card'
import { Section } from '../ui/section'
import { DayField, TextField } from '../ui/text-fields'
import { sayBytes } from '../ui/upload-row'
import type { Letter } from './letter'
import { OrganCandidate, type Said } from './organ-candidate'

interface OrganFormProps { token: string; candidates: Letter['candidates']; onGiven: (given: AnswerOf<typeof replyByLink>) => void }
const LEAST_WORDS = 2

const useReply = ({ token, candidates, onGiven }: OrganFormProps) => {
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const [scan, setScan] = useState<File | null>(null)
  const [form, setForm] = useState({ handler: '', reply: '', replyDay: '', validUntil: '' })
  const [reading, setReading] = useState(false)
  const give = useAct(replyByLink, [])
  const left = candidates.filter((c) => said[c.item] === undefined).length
  const short = candidates.filter((c) => { const s = said[c.item]; return s?.objection === true && s.words.trim().length < LEAST_WORDS }).length
  const send = async (file: File) => {
    setReading(true)
    const base64 = await base64Of(file).finally(() => setReading(false))
    const objections = candidates.flatMap((c) => { const s = said[c.item]; return s?.objection === true ? [{ item: c.item, words: s.words.trim() }] : [] })
    give.mutate({ bearer: token, body: { ...form, validUntil: form.validUntil === '' ? null : form.validUntil, clear: candidates.filter((c) => said[c.item]?.objection === false).map((c) => c.item), objections, scan: { name: file.name, base64 } } }, { onSuccess: onGiven })
  }
  return { said, setSaid, scan, setScan, form, setForm, left, short, send, give, busy: reading || give.isPending }
}

const SCAN = { name: { zh: '盖章的复函', en: 'Stamped reply' }, file: { maxBytes: MOST_SCAN_BYTES } } as const

const Scan = ({ scan, onScan, missing }: { scan: File | null; onScan: (file: File) => void; missing: boolean }) => {
  const t = useText()
  const findings = scan === null ? [] : judgeScanSize(scan.size)
  return (
    <Section title={t('consult.organ.scan')}>
      <p className="detail muted">{t('consult.organ.scanHint')}</p>
      <p className="detail muted">{t('opinion.page.photos')}</p>
      {scan === null ? null : <p className="organ-scan"><b>{scan.name}</b> <span className="muted">{sayBytes(scan.size)}</span></p>}
      {findings.length > 0 ? <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} />)}</Findings> : null}
      <PaperWays paper={SCAN} accept=".pdf,image/*" byPhotos later chosen={scan !== null} onFile={onScan} />
      <p className="opinion-missing" role="status">{missing && scan === null ? t('consult.organ.scanMissing') : ''}</p>
    </Section>
  )
}

export const OrganForm = (props: OrganFormProps) => {
  const { candidates } = props
  const t = useText()
  const session = useSession()
  const { said, setSaid, scan, setScan, form, setForm, left, short, send, give, busy } = useReply(props)
  const [tried, setTried] = useState(false)
  const days = form.replyDay === '' ? [] : judgeReply({ replyDay: form.replyDay, validUntil: form.validUntil === '' ? null : form.validUntil, objections: [] }, session.now())
  const at = (field: string) => days.filter((f) => f.at.field === field)
  const missing = (value: string) => ({ error: tried && value.trim() === '' ? t('consult.organ.missing') : null })
  const act = () => {
    setTried(true)
    const whole = left + short + days.length === 0 && form.handler.trim() !== '' && form.reply.trim() !== '' && form.replyDay !== ''
    if (whole && scan !== null && judgeScanSize(scan.size).length === 0) void send(scan)
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); act() }}>
      <Section title={t('consult.organ.people')} action={<Button size="small" onClick={() => setSaid(Object.fromEntries(candidates.map((c) => [c.item, { objection: false, words: '' }])))}>{t('consult.organ.all')}</Button>}>
        <ol className="organ-people">{candidates.map((c) => <OrganCandidate key={c.item} candidate={c} said={said[c.item]} tried={tried} onChange={(s) => setSaid({ ...said, [c.item]: s })} />)}</ol>
        <p className="opinion-missing" role="status">{!tried ? '' : left > 0 ? t('consult.organ.left', { n: left }) : short > 0 ? t('consult.organ.wordsLeft') : ''}</p>
      </Section>
      <Scan scan={scan} onScan={setScan} missing={tried} />
      <Section title={t('consult.organ.give')}>
        <div className="opinion-fields">
          <FieldRow>
            <TextField label={t('consult.organ.handler')} value={form.handler} onChange={(handler) => setForm({ ...form, handler })} autoComplete="name" max={60} required {...missing(form.handler)} />
            <TextField label={t('consult.organ.reply')} value={form.reply} onChange={(reply) => setForm({ ...form, reply })} max={100} hint={t('consult.organ.replyHint')} required {...missing(form.reply)} />
          </FieldRow>
          <FieldRow>
            <DayField label={t('consult.organ.day')} value={form.replyDay} onChange={(replyDay) => setForm({ ...form, replyDay })} to={dayOf(session.now())} findings={at('replyDay')} required {...missing(form.replyDay)} />
            <DayField label={t('consult.organ.valid')} value={form.validUntil} onChange={(validUntil) => setForm({ ...form, validUntil })} hint={t('consult.organ.validHint')} findings={at('validUntil')} />
          </FieldRow>
        </div>
        <Refused error={give.error} />
        <div className="opinion-give"><Button type="submit" look="primary" size="large" busy={busy}>{t('consult.organ.act')}</Button><p className="small muted">{t('consult.organ.actFact')}</p></div>
      </Section>
    </form>
  )
}

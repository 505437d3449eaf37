/** `/apply/:slug`: a person comes forward alone: name, the unit whose consent it needs, a password; then the own page. */
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { applyMyself, lookAtApplying } from '#contract/operations/applications'
import { useRenewSession } from '../api/session'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, asFindings, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { SelectField } from '../ui/choice-fields'
import { CopyField } from '../ui/copy-field'
import { ClauseRef } from '../ui/clause-ref'
import { FindingCard, Findings } from '../ui/finding-card'
import { TextField } from '../ui/text-fields'
import type { ClauseRef as ClauseOf } from '#core/kernel/clause'
import { EntryPage } from './entry-page'
import { useNewPassword } from '../ui/sign-in/new-password'

export const Apply = () => {
  const { slug = '' } = useParams()
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const renew = useRenewSession()
  const query = useRead(lookAtApplying, { params: { slug } })
  const [name, setName] = useState('')
  const [unitId, setUnitId] = useState('')
  const [tried, setTried] = useState(false)
  const { fields, take } = useNewPassword()
  const apply = useAct(applyMyself)
  const send = () => {
    setTried(true)
    const password = take()
    if (password !== null && name.trim() !== '' && unitId !== '') apply.mutate({ params: { slug }, body: { name, unitId, password } })
  }
  const made = apply.data
  if (made !== undefined) return <EntryPage title={t('candidate.apply.title')} onSubmit={() => void renew().then(() => navigate(`/me/n/${made.nominationId}`))}><CopyField label={t('candidate.apply.number')} text={made.login.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')} rows={1} act={t('candidate.made.copy')} /><p className="detail gap">{t('candidate.apply.login')}</p><div className="gap" /><Button type="submit" look="primary" size="large" wide>{t('candidate.apply.goOn')}</Button></EntryPage>
  const found = query.data
  return (
    <EntryPage title={t('candidate.apply.title')} {...(found && found.findings.length === 0 && { onSubmit: send })}>
      <Answer query={query}>{({ campaign, clause, findings, units }) => (
        <>
          <p>{words(campaign)} {clause ? <ClauseRef clause={clause as ClauseOf} withSource /> : null}</p>
          <div className="gap" />
          {findings.length > 0 ? <Findings>{asFindings(findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings> : (
            <>
              <TextField label={t('candidate.apply.name')} required value={name} onChange={setName} error={tried && name.trim() === '' ? t('candidate.apply.whole') : null} />
              <SelectField label={t('candidate.apply.unit')} required hint={t('candidate.apply.unitHint')} value={unitId} onChange={setUnitId} error={tried && unitId === '' ? t('candidate.apply.whole') : null} options={units.map((u) => ({ value: u.id, label: u.name }))} />
              <p className="detail gap">{t('candidate.apply.password')}</p>
              <div className="gap" />
              {fields}
              <Refused error={apply.error} />
              <Button type="submit" look="primary" size="large" wide busy={apply.isPending}>{t('candidate.apply.begin')}</Button>
            </>
          )}
        </>
      )}</Answer>
    </EntryPage>
  )
}

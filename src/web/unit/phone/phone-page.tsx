/** `/h#code`: the materials of one nomination on a telephone that was let in at the desk. Nobody is signed in here. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { leaveByPhone, lookByPhone } from '#contract/operations/phone'
import { clockTime } from '#core/kernel/instant'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { Loading } from '../../ui/loading'
import { NeverOnline } from '../../ui/never-online'
import { PageFrame } from '../../ui/page-frame'
import { Shell } from '../../ui/shell'
import { State } from '../../ui/state'
import { PhoneMaterial, takesPictures } from './phone-material'
import { usePhonePass } from './use-phone-pass'
import { usePhoneUploads } from './use-phone-uploads'
import './phone.css'

const Materials = ({ token, left }: { token: string; left: () => void }) => {
  const t = useText()
  const words = useWords()
  const client = useQueryClient()
  const query = useRead(lookByPhone, { bearer: token }, { refetchMs: 15_000 })
  const leave = useAct(leaveByPhone, [])
  const { uploads, take, goOn } = usePhoneUploads(token, useCallback(() => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === lookByPhone.id }), [client]))
  if (query.error?.name === 'ProblemError' && query.error.status === 404) return <Empty wholePage title={t('phone.none')}>{t('phone.noneFact')}</Empty>
  return (
    <Answer query={query}>{(d) => (
      <>
        <p className="detail muted">{words(d.campaign)}　{d.unit}</p>
        <h1 className="page-title">{d.candidateName}</h1>
        <div className="phone-in"><State kind="ok">{t('phone.until', { until: clockTime(d.endsAt) })}</State><Button size="small" busy={leave.isPending} onClick={() => leave.mutate({ bearer: token }, { onSuccess: left, onError: left })}>{t('phone.leave')}</Button></div>
        {d.open ? <NeverOnline /> : <Note kind="info" title={t('phone.closed')}><p>{t('phone.closedFact')}</p></Note>}
        {d.rules.toSorted((a, b) => Number(takesPictures(b)) - Number(takesPictures(a))).map((rule) => <PhoneMaterial key={rule.id} token={token} rule={rule} open={d.open} files={d.files.filter((f) => f.materialId === rule.id)} uploads={uploads.filter((u) => u.materialId === rule.id)} take={(files) => take(rule, files)} goOn={goOn} />)}
      </>
    )}</Answer>
  )
}

export const PhonePage = () => {
  const t = useText()
  const { token, opening, error, forget } = usePhonePass()
  const [gone, setGone] = useState(false)
  return (
    <Shell home="/" items={[]}>
      <PageFrame><div className="phone-page">
        {gone ? <Empty wholePage title={t('phone.left')}>{t('phone.leftFact')}</Empty>
          : token !== null ? <Materials token={token} left={() => { forget(); setGone(true) }} />
          : opening ? <><h1 className="page-title">{t('phone.opening')}</h1><Loading /></>
          : <Empty wholePage title={t('phone.none')}>{error?.name === 'OfflineError' ? t('common.offline.title') : t('phone.noneFact')}</Empty>}
      </div></PageFrame>
    </Shell>
  )
}

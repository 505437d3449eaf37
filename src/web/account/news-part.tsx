/** 消息通知的邮件: how soon each kind comes, when it is quiet, and what cannot be switched off with its reason. */
import { useEffect, useRef, useState } from 'react'
import { readNewsSettings, saveNewsSettings } from '#contract/operations/news'
import { mailModes, type MailMode } from '#core/news/settings'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { RadioField, SelectField } from '../ui/choice-fields'
import { FieldRow } from '../ui/field'
import { Section } from '../ui/section'
import { say } from '../ui/toast'
import { MailAddress } from './mail-address'
import type { NewsSettingsAnswer } from './reading'

type Settings = NewsSettingsAnswer['settings']
type Group = NewsSettingsAnswer['groups'][number]

const hours = Array.from({ length: 24 }, (_, h) => String(h))

const GroupModes = ({ group, mode, onChange }: { group: Group; mode: MailMode; onChange: (mode: MailMode) => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="news-group">
      <RadioField label={words(group.name)} value={mode} onChange={(m) => onChange(m as MailMode)} options={mailModes.map((m) => ({ value: m, label: t(`news.mode.${m}`), disabled: m === 'none' && group.must !== null }))}
        hint={<>{words(group.holds)}{group.must === null ? null : <span className="news-must"><b>{t('news.group.must')}</b> {words(group.must)}</span>}</>} />
    </div>
  )
}

const Hour = ({ label, value, onChange }: { label: string; value: number; onChange: (hour: number) => void }) => {
  const t = useText()
  return <SelectField label={label} value={String(value)} onChange={(h) => { if (h !== '') onChange(Number(h)) }} options={hours.map((h) => ({ value: h, label: t('news.hour', { n: h }) }))} />
}

const Form = ({ kept, groups, mostADay }: { kept: Settings; groups: readonly Group[]; mostADay: number }) => {
  const t = useText()
  const [draft, setDraft] = useState<Settings>(kept)
  const save = useAct(saveNewsSettings, [readNewsSettings.id])
  const changed = JSON.stringify(draft) !== JSON.stringify(kept)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); save.mutate({ params: {}, body: draft }, { onSuccess: () => say(t('news.saved')) }) }}>
      {groups.map((g) => <GroupModes key={g.group} group={g} mode={draft.modes[g.group]} onChange={(mode) => setDraft({ ...draft, modes: { ...draft.modes, [g.group]: mode } })} />)}
      <div className="news-group">
        <FieldRow>
          <Hour label={t('news.digestHour')} value={draft.digestHour} onChange={(digestHour) => setDraft({ ...draft, digestHour })} />
          <Hour label={t('news.quietFrom')} value={draft.quietFrom} onChange={(quietFrom) => setDraft({ ...draft, quietFrom })} />
          <Hour label={t('news.quietTo')} value={draft.quietTo} onChange={(quietTo) => setDraft({ ...draft, quietTo })} />
        </FieldRow>
        <p className="small muted">{t('news.quietFact')}{t('news.noQuiet')}</p>
        <p className="small muted">{t('news.cap', { n: mostADay })}</p>
      </div>
      <Refused error={save.error} />
      <div className="row-of news-save"><Button type="submit" look="primary" disabled={!changed} busy={save.isPending}>{t('news.save')}</Button>{changed ? <span className="small muted">{t('news.changed')}</span> : null}</div>
    </form>
  )
}

export const NewsPart = () => {
  const t = useText()
  const query = useRead(readNewsSettings, { params: {} })
  const place = useRef<HTMLDivElement>(null)
  const there = query.data !== undefined
  // The page stands only when its parts were read: whoever came for this one is brought to it then.
  useEffect(() => { if (there && location.hash === '#news-mail') place.current?.scrollIntoView() }, [there])
  return (
    <div id="news-mail" ref={place}>
      <Section title={t('news.mail.title')} note={t('news.mail.note')}>
        <Answer query={query}>{(data) => (
          <>
            <MailAddress data={data} />
            <Form key={JSON.stringify(data.settings)} kept={data.settings} groups={data.groups} mostADay={data.mostADay} />
          </>
        )}</Answer>
      </Section>
    </div>
  )
}

/** One rule on the right: its number in the text, what it says, how far it stands; its questions first, its fields when opened. */
import { useEffect, useRef, useState } from 'react'
import { partName } from '#core/rules/part-names'
import { ruleKindsTable, sayRule } from '#core/rules/kinds'
import type { RawRule } from '#core/notice/draft/draft-definition'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { State, type StateKind } from '../../ui/state'
import { RuleEditor } from './rule-editor'
import { readable, type Change, type WizardRule } from './wizard'

interface RuleRowProps { item: WizardRule; /** The level above says it already. */ isInherited: boolean; number: number; chosen: boolean; change: (change: Change) => void; onChoose: (id: string | null) => void }

const looks: Readonly<Record<WizardRule['state'], StateKind>> = { open: 'wait', confirmed: 'ok', changed: 'half', added: 'half', removed: 'none' }

const Standing = ({ item, isInherited }: Pick<RuleRowProps, 'item' | 'isInherited'>) => {
  const t = useText()
  if (isInherited) return <State kind="ok">{t('office.notice.state.inherited')}</State>
  if (item.state === 'removed') return <State kind="none">{t('office.notice.state.removed')}</State>
  if (item.doubts.length > 0) return <State kind="warn">{t('office.notice.state.asks')}</State>
  if (readable(item.rule) === null) return <State kind="warn">{t('office.notice.state.incomplete')}</State>
  return <State kind={looks[item.state]}>{t(`office.notice.state.${item.state}`)}</State>
}

const Questions = ({ item, change }: Pick<RuleRowProps, 'item' | 'change'>) => {
  const t = useText()
  const words = useWords()
  return item.doubts.map((doubt, i) => (
    <div className="doubt" key={`${doubt.at}${i}`} role="group" aria-label={words(doubt.what)}>
      <p><b className="ask-mark">{t('office.notice.asks')}</b> {words(doubt.what)}</p>
      <div className="row-of">
        {doubt.readings.map((reading) => <Button key={reading} size="small" onClick={() => change({ kind: 'answer', id: item.rule.id, doubt: i, reading })}>{reading === 'true' ? t('office.notice.yes') : reading === 'false' ? t('office.notice.no') : words(partName(reading, item.rule.kind))}</Button>)}
        {doubt.readings.length < 2 ? <Button size="small" onClick={() => change({ kind: 'answer', id: item.rule.id, doubt: i, reading: doubt.readings[0] ?? '' })}>{t('office.notice.asRead')}</Button> : null}
      </div>
    </div>
  ))
}

/** What it says; where something is missing, what kind of rule it is and what it has. */
const Says = ({ rule }: { rule: RawRule }) => {
  const t = useText()
  const words = useWords()
  const whole = readable(rule)
  if (whole !== null) return <>{words(sayRule(whole))}</>
  const clause = rule['clause'] as { zh: string } | undefined
  return <>{clause?.zh ?? ''}<span className="detail muted"> {t('office.notice.incomplete')}</span></>
}

export const RuleRow = ({ item, isInherited, number, chosen, change, onChoose }: RuleRowProps) => {
  const t = useText()
  const words = useWords()
  const row = useRef<HTMLLIElement>(null)
  const [editing, setEditing] = useState(item.state === 'added' && readable(item.rule) === null)
  useEffect(() => { if (chosen) row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }) }, [chosen])
  const { id, kind } = item.rule
  const name = words(ruleKindsTable[kind].name)
  const about = `${name} ${number}`
  const removed = item.state === 'removed'
  const ready = !isInherited && item.state === 'open' && item.doubts.length === 0 && readable(item.rule) !== null
  return (
    <li ref={row} id={`rule-${id}`} className={`reading-row${chosen ? ' is-chosen' : ''}${removed ? ' removed' : ''}`}>
      <div className="reading-line">
        <button type="button" className="reading-number" aria-label={t('office.notice.show', { n: number })} onClick={() => onChoose(chosen ? null : id)}>{number}</button>
        <div className="reading-says"><Says rule={item.rule} /></div>
        <div className="reading-acts">
          {ready ? <Button size="small" icon="tick" aria-label={`${t('office.notice.confirm')}: ${about}`} onClick={() => change({ kind: 'confirm', id })}>{t('office.notice.confirm')}</Button> : <Standing item={item} isInherited={isInherited} />}
          {removed ? <Button size="small" look="quiet" aria-label={`${t('office.notice.restore')}: ${about}`} onClick={() => change({ kind: 'restore', id })}>{t('office.notice.restore')}</Button> : (
            <>
              <Button size="small" look="quiet" aria-expanded={editing} aria-label={`${t(editing ? 'office.notice.editDone' : 'office.notice.edit')}: ${about}`} onClick={() => setEditing(!editing)}>{t(editing ? 'office.notice.editDone' : 'office.notice.edit')}</Button>
              <Button size="small" look="quiet" aria-label={`${t('office.notice.remove')}: ${about}`} onClick={() => change({ kind: 'remove', id })}>{t('office.notice.remove')}</Button>
            </>
          )}
        </div>
      </div>
      {removed || isInherited ? null : <Questions item={item} change={change} />}
      {editing && !removed ? <RuleEditor rule={item.rule} onChange={(rule) => change({ kind: 'rewrite', id, rule })} /> : null}
    </li>
  )
}

/** 两人一并发布: how the notice begins, on which day, and the templates of the letters. */
import { useState } from 'react'
import { letterKeys, letterLimits, letterVariables, nameOfLetter, usualTemplates, type LetterTemplates } from '#core/announcement/release/letters'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { RadioField } from '../../ui/choice-fields'
import { Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import '../../ui/release/release.css'

export interface Joint { readonly two: boolean; readonly startsOn: string; readonly templates: LetterTemplates }
/** @param needed the definition leaves no choice */
export const useJoint = (needed: boolean, first: string | undefined) => {
  const today = dayOf(useSession().now())
  const [joint, setJoint] = useState<Joint>({ two: needed, startsOn: first !== undefined && first > today ? first : today, templates: usualTemplates })
  return { joint, today, change: (part: Partial<Joint>) => setJoint((j) => ({ ...j, ...part })) }
}

interface JointFieldsProps { joint: Joint; today: string; needed: boolean; onChange: (part: Partial<Joint>) => void }

export const JointFields = ({ joint, today, needed, onChange }: JointFieldsProps) => {
  const t = useText()
  const [words, chinese] = [useWords(), useLanguage() === 'zh']
  const change = (key: (typeof letterKeys)[number], part: Partial<LetterTemplates[typeof key]>) => onChange({ templates: { ...joint.templates, [key]: { ...joint.templates[key], ...part } } })
  return (
    <>
      <Section title={t('release.way')}>
        {needed ? <Note kind="info" title={t('release.way.two')}><p>{t('release.needed')}</p></Note>
          : <RadioField label={t('release.who')} cards value={joint.two ? 'two' : 'one'} onChange={(v) => onChange({ two: v === 'two' })} options={[{ value: 'one', label: t('release.way.one'), explain: t('release.way.oneFact') }, { value: 'two', label: t('release.way.two'), explain: t('release.way.twoFact') }]} />}
        {joint.two ? <div className="release-day gap"><DayField label={t('release.startsOn')} required from={today} value={joint.startsOn} onChange={(startsOn) => onChange({ startsOn })} hint={t('release.startsOnHint')} /></div> : null}
      </Section>
      {joint.two ? (
        <Section title={t('release.letters')}>
          <p className="detail muted">{t('release.lettersNote')}</p>
          <p className="detail muted">{t('release.variables', { list: letterVariables.map(([zh, en]) => `{${chinese ? zh : en}}`).join(t('common.comma')) })}</p>
          <div className="letter-templates gap">
            {letterKeys.map((key) => (
              <details key={key}>
                <summary>{words(nameOfLetter(key))}</summary>
                <div className="fields">
                  <TextField label={t('release.subject')} max={letterLimits.subject} value={joint.templates[key].subject} onChange={(subject) => change(key, { subject })} />
                  <TextArea label={t('release.text')} rows={10} max={letterLimits.text} value={joint.templates[key].text} onChange={(text) => change(key, { text })} />
                </div>
              </details>
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}

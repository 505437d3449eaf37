/** 逐项同意: each for itself, what it is for, and what a no means. Saved at once. */
import { useState } from 'react'
import { giveConsent } from '#contract/operations/candidate'
import { consentKinds, consentTexts, type ConsentKind } from '#core/nomination/candidate-part'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { RadioField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'

type Given = Readonly<Partial<Record<ConsentKind, { given: boolean; at: number } | undefined>>>

export const Consents = ({ nominationId, given, closed }: { nominationId: string; given: Given; closed: boolean }) => {
  const t = useText()
  const words = useWords()
  const act = useAct(giveConsent)
  // Shown at once; a refusal puts back what holds.
  const [chosen, setChosen] = useState<Partial<Record<ConsentKind, boolean>>>({})
  const choose = (kind: ConsentKind, yes: boolean) => {
    setChosen({ ...chosen, [kind]: yes })
    act.mutate({ params: { nominationId }, body: { kind, given: yes } }, { onError: () => setChosen((now) => Object.fromEntries(Object.entries(now).filter(([k]) => k !== kind))) })
  }
  return (
    <Section title={t('candidate.consents')} note={t('candidate.consentsNote')}>
      {consentKinds.map((kind) => {
        const { title, text, without } = consentTexts[kind]
        const now = chosen[kind] ?? given[kind]?.given
        const value = now === undefined ? '' : now ? 'yes' : 'no'
        return (
          <div className="consent" key={kind}>
            <h3>{words(title)}</h3>
            <p>{words(text)}</p>
            <RadioField label={t('candidate.asked', { title: words(title) })} required value={value} disabled={closed} onChange={(v) => choose(kind, v === 'yes')} options={[{ value: 'yes', label: t('candidate.yes') }, { value: 'no', label: t('candidate.no'), explain: words(without) }]} />
          </div>
        )
      })}
      <Refused error={act.error} />
    </Section>
  )
}

/** 接收 asks whether this one still fits today: a tick beside the findings; what changed is told here and decided by the office. */
import { useRef, useState } from 'react'
import { useText } from '../../text/use-text'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { TellChange } from '../../ui/gate/tell-change'
import { useGate } from '../../ui/gate/use-gate'
import { Section } from '../../ui/section'
import { GateItems } from '../decide-gate'
import type { Nomination } from './letter'

const acceptance = { gate: 'acceptance' } as const

export const useDeskGate = (nomination: Nomination, enabled: boolean) => {
  const { data } = useGate(nomination.campaignId, acceptance, nomination.id, enabled)
  const [still, setStill] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const open = (data?.open ?? 0) > 0
  return { data, still: open && still, setStill, box, unsaid: open && !still, ask: () => box.current?.querySelector<HTMLInputElement>('.still-fits input')?.focus() }
}

export const DeskGate = ({ nomination, gate: { data, still, setStill, box } }: { nomination: Nomination; gate: ReturnType<typeof useDeskGate> }) => {
  const t = useText()
  const title = useGateTitle()
  if (data === undefined || data.points.length === 0) return null
  const points = asPoints(data.points)
  return (
    <div ref={box}>
      <Section title={title} note={data.open > 0 ? t('gate.note') : undefined}>
        {data.open > 0 ? <StillFits points={points} checked={still} onChange={setStill} /> : null}
        <GateItems items={data.items.filter((i) => i.standing !== 'open')} at={acceptance} />
        {data.open > 0 ? <TellChange nominationId={nomination.id} at={acceptance} points={points} offline={nomination.offline !== null} /> : null}
      </Section>
    </div>
  )
}

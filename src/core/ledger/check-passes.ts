/** 隐私放行的复核: whatever a public notice says it let pass was proposed by one person and confirmed by another before it. */
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

const notices: readonly string[] = ['publicNotice.started', 'publicNotice.supplemented']
export const checkPasses = (entries: readonly SealedEntry[]): Fault[] => entries.flatMap(({ entry }) => {
  const passes = notices.includes(entry.act) && Array.isArray(entry.data['passes']) ? entry.data['passes'] as unknown[] : []
  return passes.flatMap((id) => {
    const of = (act: string) => entries.find((e) => e.entry.act === act && e.entry.subject.id === id && e.entry.position < entry.position)?.entry
    const [asked, confirmed] = [of('privacyPass.proposed'), of('privacyPass.confirmed')]
    return asked !== undefined && confirmed !== undefined && asked.actor.account !== confirmed.actor.account && asked.data['text'] === confirmed.data['text'] ? [] : [fault('changed', entry.position, '公示放行的一处没有由两个人提请和确认', 'something this public notice let pass was not proposed and confirmed by two persons')]
  })
})

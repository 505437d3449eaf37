/** 隐私放行的复核: whatever a public notice, or a file that goes with one, says was let pass was proposed by one person and confirmed by another before it. */
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

const letting: readonly string[] = ['publicNotice.started', 'publicNotice.supplemented', 'attachment.replaced', 'attachment.added']
export const checkPasses = (entries: readonly SealedEntry[]): Fault[] => entries.flatMap(({ entry }) => {
  const passes = letting.includes(entry.act) && Array.isArray(entry.data['passes']) ? entry.data['passes'] as unknown[] : []
  return passes.flatMap((id) => {
    const of = (act: string) => entries.find((e) => e.entry.act === act && e.entry.subject.id === id && e.entry.position < entry.position)?.entry
    const [asked, confirmed] = [of('privacyPass.proposed'), of('privacyPass.confirmed')]
    return asked !== undefined && confirmed !== undefined && asked.actor.account !== confirmed.actor.account && asked.data['text'] === confirmed.data['text'] && [asked, confirmed].every((e) => e.data['file'] === entry.data['file']) ? [] : [fault('changed', entry.position, '公示或附件放行的一处没有由两个人提请和确认', 'something this public notice let pass was not proposed and confirmed by two persons')]
  })
})

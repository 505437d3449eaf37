/** 一并发布的复核: whatever was released was prepared by another person as it was released, once; and a public notice that rests on a release comes after it. */
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export const checkReleases = (entries: readonly SealedEntry[]): Fault[] => entries.flatMap(({ entry }) => {
  const before = (act: string, id: unknown) => entries.filter((e) => e.entry.act === act && e.entry.subject.id === id && e.entry.position < entry.position).map((e) => e.entry)
  if (entry.act === 'release.released') {
    const [prepared] = before('release.prepared', entry.subject.id)
    const stands = prepared !== undefined && prepared.actor.account !== entry.actor.account && prepared.data['content'] === entry.data['content'] && before('release.withdrawn', entry.subject.id).length + before('release.released', entry.subject.id).length === 0
    return stands ? [] : [fault('changed', entry.position, '结果不是由两个人准备和发布的', 'this outcome was not prepared by one person and released by another')]
  }
  const release = entry.act === 'publicNotice.started' ? entry.data['release'] : undefined
  return release === undefined || before('release.released', release).length === 1 ? [] : [fault('changed', entry.position, '公示依据的结果没有发布过', 'this public notice rests on an outcome that was never released')]
})

/** 表彰文件: who was honoured, as a draft in the form of an official document; number and seal are the office's to add. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import { certificateWords, type CertificateFacts } from '#core/announcement/certificate'
import type { CalendarDay } from '#core/kernel/instant'
import type { OfficialDocument } from './document'

export const honoursDocument = (definition: Pick<ResolvedDefinition, 'name' | 'award' | 'year' | 'notice'>, people: readonly CertificateFacts[], day: CalendarDay): OfficialDocument => {
  const { notice } = definition
  const title = /“(?:[^”]+)”(?:称号)?/u.exec(people[0] === undefined ? '' : certificateWords(people[0]).zh.split('授予').at(-1)!)?.[0] ?? definition.award.zh
  const list = people.map((p) => `${p.name}　　${p.unit}`)
  return {
    mark: { issuers: [notice.issuer.zh], suffix: '文件' }, number: null,
    title: `${notice.issuer.zh}\n关于授予${people.length === 1 ? people[0]!.name : `${people[0]?.name ?? ''}等${people.length}名`}同志\n${title}的决定`,
    recipients: '各有关单位',
    body: [
      { kind: 'paragraph', text: `${definition.name.zh}开展以来，各单位认真推荐，经评选和公示，现决定授予${people.length === 1 ? `${people[0]!.name}同志` : `${people[0]?.name ?? ''}等${people.length}名同志`}${title}。` },
      { kind: 'paragraph', text: '希望受到表彰的同志珍惜荣誉，再接再厉。各单位要组织学习宣传，营造崇尚先进的氛围。' },
    ],
    attachments: [{ title: '表彰名单', matter: { body: [{ kind: 'paragraph', text: '（按姓名排列，不分先后）' }, ...list.map((text) => ({ kind: 'paragraph' as const, text }))] } }],
    signature: [notice.hosts[0]?.zh ?? notice.issuer.zh, ...notice.hosts.slice(1).map((h) => h.zh)], date: day, sealed: true,
  }
}

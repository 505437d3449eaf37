/** 廉政意见范本: what the discipline office of the employer is asked to say, in words it can seal or change. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Fields } from '../nomination/form'
import { sayValue } from './values'

export interface Opinion {
  readonly title: string
  readonly to: string
  readonly paragraphs: readonly string[]
  /** Each answered by ticking one. */
  readonly points: readonly { readonly what: string; readonly answers: readonly string[] }[]
  readonly closing: string
  /** Who seals. */
  readonly issuer: string
}

type Given = Pick<ResolvedDefinition, 'rules' | 'award' | 'notice' | 'year'>
const blank = (n: number): string => '　'.repeat(n)

export const opinionOf = (d: Given, materialId: string, fields: Fields): Opinion => {
  const said = (key: string): string => { const f = rulesOf(d, 'formField').find((x) => x.field === key); return f === undefined ? '' : sayValue(d, f, fields) }
  const name = said('name') || blank(4)
  const about = [said('sex'), said('ethnicGroup'), said('birthDate') === '' ? '' : `${said('birthDate')}出生`, said('politicalStatus')].filter((x) => x !== '').join('，')
  const work = [said('employer'), said('department'), said('post')].join('')
  const title = said('title')
  const issuer = rulesOf(d, 'material').find((m) => m.id === materialId)?.issuedBy?.zh ?? '人选所在单位纪检部门'
  return {
    title: `关于${name}同志的廉政意见`, to: `${d.notice.issuer.zh}：`,
    paragraphs: [
      `${name}同志${about === '' ? '' : `，${about}`}${work === '' ? '' : said('post') === '' ? `，现在${work}工作` : `，现任${work}`}${title === '' || title === said('post') ? '' : `，${title}`}。`,
      `该同志拟推荐参加${d.award.zh.includes(String(d.year)) ? '' : `${d.year}年`}${d.award.zh}评选。经核查本单位所掌握的情况，现出具意见如下：`,
    ],
    points: [
      { what: '受党纪政务处分、组织处理情况', answers: ['没有', '有（情况附后）'] },
      { what: '正在接受审查调查情况', answers: ['没有', '有（情况附后）'] },
      { what: '信访举报反映的廉洁问题', answers: ['没有', '已查否', '正在核实'] },
      { what: '对推荐该同志的廉政意见', answers: ['无不同意见', '有不同意见（理由附后）'] },
    ],
    closing: '特此说明。', issuer,
  }
}

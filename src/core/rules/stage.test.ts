import { expect, test } from 'vitest'
import { stage, stageKind } from './stage'

const said = (from: string | null, to: string | null) =>
  stageKind.say(stage.parse({ id: 'nominate', kind: 'stage', name: { zh: '组织推荐', en: 'Nominate' }, from, to, clause: { number: '二、1', zh: '推荐', en: 'nominate' } }))

test('a stage says its days as people write them, the year once where it is one', () => {
  expect([said('2021-05-21', '2021-06-20'), said('2021-12-20', '2022-01-10'), said('2021-06-21', null), said(null, '2021-06-10'), said(null, null)]).toEqual([
    { zh: '组织推荐：2021年5月21日至6月20日', en: 'Nominate: 21 May to 20 Jun 2021' },
    { zh: '组织推荐：2021年12月20日至2022年1月10日', en: 'Nominate: 20 Dec 2021 to 10 Jan 2022' },
    { zh: '组织推荐：2021年6月21日起', en: 'Nominate: from 21 Jun 2021' },
    { zh: '组织推荐：至2021年6月10日', en: 'Nominate: until 10 Jun 2021' },
    { zh: '组织推荐：时间未定', en: 'Nominate: no dates set' },
  ])
})

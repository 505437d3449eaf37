import { expect, test } from 'vitest'
import { addresseeOf } from './addressee'
import { judgeAdvisory, judgeSituation } from './situation'

const notice = (owed?: string) => ({ rules: [{ id: 'd', kind: 'duty', subject: 'report', text: { zh: '有关情况及时报送', en: '' }, ...(owed === undefined ? {} : { owedTo: { zh: owed, en: '' } }) }] }) as never
const city = { organisationId: 'c', name: '云岭市医学会（示例）', depth: 0 }
const association = { organisationId: 'a', name: '云川省医学会（示例）', depth: 1 }
const province = { organisationId: 'p', name: '云川省科协（示例）', depth: 2 }
test('the notice names an office of a level above, in its own words; where it names none, or one that is not here, the nearest is meant', () => {
  expect(addresseeOf(notice('省科协调宣部'), [city, association, province])).toBe(province)
  expect(addresseeOf(notice('云川省医学会组织部'), [city, association, province])).toBe(association)
  expect(addresseeOf(notice('活动办公室'), [association, city])).toBe(city)
  expect(addresseeOf(notice(), [city])).toBe(city)
  expect(addresseeOf(notice('省科协'), [])).toBe(null)
})

test('nothing classified goes in it; an advisory ends, names no private telephone, and few stand at once', () => {
  const DAY = 86_400_000
  expect(judgeSituation(['密级：机密', '现场情况']).map((f) => f.code)).toEqual(['secrecy.forAll'])
  const codes = (words: string, until: number, standing = 0) => judgeAdvisory({ words, until }, 0, standing).map((f) => f.code)
  expect(codes('活动现场请戴口罩，控制人数。', DAY)).toEqual([])
  expect(codes('活动现场请戴口罩。', 0)).toEqual(['situation.past'])
  expect(codes('活动现场请戴口罩。', 61 * DAY, 3)).toEqual(['situation.tooLong', 'situation.tooManyAdvisories'])
  expect(codes('请联系 13800138000', DAY)).toEqual(['privacy.phone'])
})

import { expect, test } from 'vitest'
import { pictureOf } from './picture'

test('by field, by unit however it is written, by age band; what is not known stands apart', () => {
  expect(pictureOf([{ unitName: '云川医大附一院', fieldOfWork: '急诊医学、护理学', birthYear: 1981 }, { unitName: '云川医科大学附属第一医院（示例）', fieldOfWork: '急诊医学', birthYear: 1982 }, { unitName: '望海大学', fieldOfWork: '', birthYear: null }, { unitName: '望海大学', fieldOfWork: '护理学', birthYear: 1950 }], 2026)).toEqual({
    whole: 4, fields: [{ name: '急诊医学', n: 2 }, { name: '护理学', n: 2 }].sort((a, b) => (a.name < b.name ? -1 : 1)), units: [{ name: '云川医科大学附属第一医院（示例）', n: 2 }, { name: '望海大学', n: 2 }], ages: [1, 1, 0, 1], unknown: 1,
  })
})

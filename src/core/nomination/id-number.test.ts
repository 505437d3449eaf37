import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdNumber, checkDigit } from './id-number'

// 999999 is an area that no register has, so this is nobody's number.
const body = '99999919840312002'
const whole = body + checkDigit(body)

describe('公民身份号码', () => {
  it('reads day of birth and sex out of a number whose check character fits', () => {
    expect(checkIdNumber(whole)).toEqual({ ok: true, birthDay: '1984-03-12', sex: 'female' })
    expect(checkIdNumber(`99999919840312001${checkDigit('99999919840312001')}`)).toEqual({ ok: true, birthDay: '1984-03-12', sex: 'male' })
  })

  it('agrees with the example printed in the standard', () => {
    expect(checkDigit('11010519491231002')).toBe('X')
    expect(checkDigit('44052418800101001')).toBe('4')
  })

  it('takes a small x, full-width digits and spaces around them', () => {
    expect(checkIdNumber(' １１０１０５19491231002x ')).toEqual({ ok: true, birthDay: '1949-12-31', sex: 'female' })
  })

  it.each([
    ['length', whole.slice(0, 17)],
    ['length', '999999840312002'],
    ['length', ''],
    ['digits', `${whole.slice(0, 5)}O${whole.slice(6)}`],
    ['digits', `${whole.slice(0, 16)}X1`],
    ['date', `99999919840230002${checkDigit('99999919840230002')}`],
    ['date', `99999900000000002${checkDigit('99999900000000002')}`],
    ['check', `${body}${whole.endsWith('0') ? '1' : '0'}`],
    ['digits', '9.9999919840312E17'],
  ] as const)('says %s of %j', (why, text) => {
    expect(checkIdNumber(text)).toEqual({ ok: false, why })
  })

  it('notices every single digit copied wrongly', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const wrong = (Number(whole.charAt(place)) + step) % 10
      const checked = checkIdNumber(whole.slice(0, place) + String(wrong) + whole.slice(place + 1))
      expect(checked.ok).toBe(false)
    }))
  })

  it('notices any two neighbouring digits exchanged', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 15 }), (place) => {
      const [a, b] = [whole.charAt(place), whole.charAt(place + 1)]
      const swapped = whole.slice(0, place) + b + a + whole.slice(place + 2)
      expect(checkIdNumber(swapped).ok).toBe(a === b)
    }))
  })
})

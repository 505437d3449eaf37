import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageCode, writePageCode, type PageCode } from './page-code'

const code: PageCode = { formId: '0b9e6f1c-3a52-4f7e-9d10-5b8c2f7a6e41', version: 3, contentHash: 'a1b2c3d4e5f60718293a', page: { number: 2, of: 4 } }
const codes: fc.Arbitrary<PageCode> = fc.record({
  formId: fc.uuid(), version: fc.integer({ min: 1, max: 999_999 }), contentHash: fc.stringMatching(/^[0-9a-f]{20}$/),
  page: fc.option(fc.integer({ min: 1, max: 999 }).chain((of) => fc.record({ number: fc.integer({ min: 1, max: of }), of: fc.constant(of) }))),
})

describe('the code on a printed page', () => {
  test('names form, version, content and page', () => { expect(writePageCode(code)).toBe('XF2-0B9E6F1C3A524F7E9D105B8C2F7A6E41-3-A1B2C3D4E5F60718293A-2.4') })
  test('is read back as it was written', () => { fc.assert(fc.property(codes, (c) => { expect(readPageCode(writePageCode(c))).toEqual(c) })) })
  test('uses only what a QR code packs two to eleven bits', () => { fc.assert(fc.property(codes, (c) => /^[0-9A-Z $%*+\-./:]+$/.test(writePageCode(c)))) })
  test.each(['', 'https://example.org/', 'XF2-0B9E6F1C3A524F7E9D105B8C2F7A6E41-0-A1B2C3D4E5F60718293A', 'XF2-0B9E6F1C3A524F7E9D105B8C2F7A6E41-3-A1B2C3D4E5F60718293A-5.4', `${writePageCode(code)}0000`])('“%s” is none', (text) => { expect(readPageCode(text)).toBe(null) })
})

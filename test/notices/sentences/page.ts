/** A few sentences of an invented notice as a page, and what is read of them in one line each. */
import type { Page } from '#core/rules/recognise/page'
import { recogniseAge } from '#core/rules/recognise/age'
import { recogniseDeadlines } from '#core/rules/recognise/deadline'
import { recogniseExclusions } from '#core/rules/recognise/exclusion'
import { recogniseMaterials } from '#core/rules/recognise/material'
import { recogniseProportions } from '#core/rules/recognise/proportion'
import { recognisePublicNotice } from '#core/rules/recognise/public-notice'
import { recogniseQuotas } from '#core/rules/recognise/quota'
import { recogniseRounds } from '#core/rules/recognise/round'
import { prepare } from '#core/text/prepare'
import { sentencesOf } from '#core/text/sentences'

const page = (text: string): Page => {
  const prepared = prepare(text)
  return { prepared, span: { from: 0, to: prepared.text.length }, sentences: sentencesOf(prepared), title: '关于推荐示例奖的通知', notDeadlines: [], year: { value: 2026, month: 4, from: 'signature' } }
}
export const dates = (text: string): string => recogniseDeadlines(page(text)).map((f) => f.value.date).join(' ')
export const deadlines = (text: string): string => recogniseDeadlines(page(text)).map((f) => `${f.value.what} ${f.value.date}`).join(' | ')
export const quotas = (text: string): string => recogniseQuotas(page(text)).map((f) => `${f.value.who}=${String(f.value.max)}`).join(' | ')
export const exclusions = (text: string): string => recogniseExclusions(page(text)).map((f) => f.value).join(' | ')
export const ages = (text: string): unknown => recogniseAge(page(text))?.value
export const shares = (text: string): string => recogniseProportions(page(text)).map((f) => `${f.value.what} ${f.value.bound} ${String(f.value.percent)}`).join(' | ')
export const noticeDays = (text: string): number | undefined => recognisePublicNotice(page(text))?.value.days
export const rounds = (text: string): string => recogniseRounds(page(text)).map((f) => f.value).join(' > ')
export const materials = (text: string): string => recogniseMaterials(page(text)).map(({ value: m }) => `${m.kind} ${m.name}${m.copies === null ? '' : ` ×${String(m.copies)}`}${m.constraints.length === 0 ? '' : ` [${m.constraints.join(';')}]`}`).join(' | ')

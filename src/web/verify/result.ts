/** What came out: whole, or each fault with its row; every round beside. */
import { isReproduced, type CampaignRecord, type RoundRecord, type Verdict } from '#core/ledger/record'
import { el } from './element'
import { texts, type Turnout } from './texts'

export type Language = 'zh' | 'en'
export interface Checked { readonly fileName: string; readonly record: CampaignRecord; readonly verdict: Verdict }

export const shownVerdict = ({ fileName, record, verdict }: Checked, language: Language): HTMLElement => {
  const t = texts[language]
  const { whole, faults } = verdict
  return el('section', { class: whole ? 'verdict whole' : 'verdict broken', 'aria-live': 'polite' },
    el('h2', {}, whole ? t.whole : t.faults(faults.length)),
    el('p', { class: 'file' }, `${t.file} `, el('b', {}, fileName)),
    whole ? el('p', {}, t.wholeMore(verdict.entries, verdict.counts, verdict.draws, verdict.split)) : el('ul', { class: 'faults' }, ...faults.map((f) => el('li', {}, el('b', {}, f.position === null ? t.noRow : t.row(f.position)), f.what[language]))),
    verdict.head === '' ? null : el('p', { class: 'head' }, `${t.head} `, el('code', {}, verdict.head), el('small', {}, t.headHint)),
    record.rounds.length === 0 || faults.some((f) => f.code === 'unreadable') ? null : el('div', { class: 'rounds' }, el('h3', {}, t.rounds), ...record.rounds.map((r) => shownRound(r, record, language)), el('p', { class: 'hint' }, t.noNames)))
}

const shownRound = (round: RoundRecord, record: CampaignRecord, language: Language): HTMLElement => {
  const t = texts[language]
  const same = isReproduced(record, round)
  const rows = round.result.rows.toSorted((a, b) => a.rank - b.rank)
  return el('details', {},
    el('summary', {}, el('b', {}, round.rule.name[language]), ' ', el('span', { class: same ? 'same' : 'other' }, same ? t.reproduced : t.notReproduced)),
    el('p', {}, t.turnout(round.result as Turnout)),
    el('table', {}, el('thead', {}, el('tr', {}, ...[t.rank, t.candidate, t.outcome].map((h) => el('th', { scope: 'col' }, h)))),
      el('tbody', {}, ...rows.map((r) => el('tr', {}, el('td', {}, String(r.rank)), el('td', {}, el('code', {}, r.candidate.slice(-12))), el('td', {}, t.outcomes[r.outcome] ?? r.outcome))))))
}

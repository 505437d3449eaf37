/** One candidate in two campaigns, by the pages: the second form is filled from the one record and nothing is typed twice; the burden meter says so; a field changed in one campaign differs only there. */
import { describe, expect, test } from 'vitest'
import { returnNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { isCandidateField } from '#core/nomination/candidate-part'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor, fieldsFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { PHONE, type Visitor } from './people'
import { arrive, at, o, oneStory, play, shot, WIDE } from './play'
import * as unit from './unit-acts'

const NAME = '沈若川'
const CHANGED = '急诊科副主任（示例）'

// What it guards is held by server tests (records, figures); as a story it is played in the long run.
describe.runIf(process.env['XUANSHU_LONG'] === '1')('two campaigns', () => {
  let [first, second] = ['', '']
  let [one, two] = ['', '']
  let definition: ResolvedDefinition
  let today: string
  let clerk: Visitor
  let approver: Visitor

  play({ units: 1 }, async () => {
    ;[first, second] = [await openProvincial(at, o, twoPapers), await openProvincial(at, o, twoPapers)]
    definition = await definitionFor(o.units[0]!.clerk, second)
    today = dayOf(await at.now())
  })
  oneStory()
  const look = async (who: Visitor, name: string): Promise<void> => {
    await who.keepsNobodyOut()
    for (const wide of [PHONE, WIDE]) {
      await who.page.setViewportSize(wide)
      await who.fitsPhone()
      await shot(who, `twice-${name}`, !name.includes('dialog'))
    }
  }
  /** What the form shows of the candidate, by field; a choice as its value. */
  const shown = async (who: Visitor): Promise<Record<string, string>> => {
    const all: Record<string, string> = {}
    for (const rule of rulesOf(definition, 'formField').filter((r) => isCandidateField(r) && r.type !== 'category' && r.type !== 'entries')) {
      const few = rule.type === 'choice' && rule.choices!.length <= 3
      all[rule.field] = few ? await who.page.getByRole('group', { name: new RegExp(`^${rule.label.zh}`) }).locator('input:checked').inputValue() : await who.field(rule.label.zh).inputValue()
    }
    return all
  }
  const submitAs = async (id: string, asked = true): Promise<void> => {
    await approver.open(`/unit/n/${id}/approve`)
    await unit.confirmAndSubmit(approver, definition, asked)
    await unit.receiptCode(approver)
  }
  const papers = async (id: string): Promise<void> => {
    await unit.uploadAll(clerk, definition, id)
    await unit.answerQuestions(clerk, definition, id, today)
    await unit.sendToApprover(clerk, id)
  }

  test('in the first campaign the form is typed, once', async () => {
    clerk = await arrive(o.units[0]!.clerk, WIDE)
    approver = await arrive(o.units[0]!.approver, WIDE)
    one = await unit.beginNomination(clerk, first, NAME)
    await unit.fillForm(clerk, definition, one, NAME, 1)
    await papers(one)
    await submitAs(one)
  })

  test('in the second the clerk takes the person from the records: every personal field is there, and only the campaign’s own are filled in', async () => {
    await clerk.open(`/unit/c/${second}`)
    await clerk.press('新建推荐')
    await clerk.fill('人选姓名', '沈', clerk.dialog())
    await clerk.sees('本单位推荐过的人选', /带入 \d+ 栏，共 \d+ 栏/)
    await look(clerk, 'known-dialog')
    await clerk.press(`由档案带入：${NAME}`)
    await clerk.page.waitForURL(/\/unit\/n\//)
    two = /\/unit\/n\/([^/?#]+)/.exec(clerk.page.url())![1]!
    await clerk.sees(/栏由人选档案或线索带入，核对即可。$/)
    await look(clerk, 'prefilled')
    await clerk.go(`/unit/n/${two}/form`)
    await clerk.field('姓名').waitFor()
    const expected = fieldsFor(definition, NAME, 1)
    const now = await shown(clerk)
    expect(now).toEqual(Object.fromEntries(Object.keys(now).map((f) => [f, expected[f]])))
    // Of what was typed into the first form not a key is pressed again: only the category and the unit's opinion belong to this campaign.
    await unit.fillFields(clerk, { ...definition, rules: definition.rules.filter((r) => r.kind !== 'formField' || !isCandidateField(r) || r.type === 'category') }, NAME, 1)
    await unit.saved(clerk)
    await look(clerk, 'form')
    await papers(two)
    await submitAs(two)
  })

  test('the burden meter says it: to the unit on the receipt, to the office in the figures', async () => {
    const personal = rulesOf(definition, 'formField').filter((r) => isCandidateField(r) && r.type !== 'category').length
    const asked = rulesOf(definition, 'formField').length
    await clerk.open(`/unit/n/${two}`)
    await clerk.sees(`${asked} 栏中 ${personal} 栏由人选档案或线索带入，实际填写 ${asked - personal} 栏，其中改动 0 栏。`)
    await look(clerk, 'receipt')
    await clerk.open(`/unit/n/${one}`)
    await clerk.sees(`${asked} 栏中 0 栏由人选档案或线索带入，实际填写 ${asked} 栏，其中改动 0 栏。`)
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${second}/figures`)
    await office.sees('实际造成的负担', `共 ${asked}.0 栏，档案带入 ${personal}.0 栏，带入后又改 0.0 栏`)
    const meter = office.part('实际造成的负担')
    await office.text('每件页面上用时', meter).waitFor()
    await office.text('退回', meter).waitFor()
    await look(office, 'burden')
    await office.leave()
  })

  test('a field changed in one campaign differs only there', async () => {
    // The office returns the first one: what it did is not what is played here.
    const version = (await o.office.ask(readNomination, { params: { nominationId: one } })).version
    await o.office.ask(returnNomination, { params: { nominationId: one }, body: { version, until: (await at.now()) + 3 * 86_400_000, points: [{ what: '职务有变化，请核对', at: '职务', clause: '' }] } })
    await clerk.open(`/unit/n/${one}`)
    await clerk.sees('按退回意见补正，1 处', '职务有变化，请核对')
    await clerk.go(`/unit/n/${one}/form`)
    await clerk.fill('职务', CHANGED)
    await unit.saved(clerk)
    await submitAs(one, false)
    await clerk.open(`/unit/n/${one}`)
    await approver.open(`/unit/n/${one}/approve`)
    await approver.sees(CHANGED)
    await approver.open(`/unit/n/${two}/approve`)
    await approver.sees(fieldsFor(definition, NAME, 1)['post'] as string)
    expect(await approver.page.getByText(CHANGED).count()).toBe(0)
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${first}/figures`)
    await office.sees('实际造成的负担', '1.0')
    await office.leave()
    await clerk.leave()
    await approver.leave()
  })
})

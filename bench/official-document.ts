/** 公文 as PDF and as Word: a forwarding notice of five pages and its imprint, its words different each time. Goal: at most 150 ms for the PDF once warm. */
import type { Block, OfficialDocument } from '#documents/official/document'
import { officialPdf } from '#documents/official/pdf'
import { officialWord } from '#documents/official/word'
import { forwardingNotice } from '../test/documents/forwarding-notice'

const GOAL_MS = 150
const WARM = 10
const RUNS = 50

/** Nothing of the text may be known from the time before: each paragraph begins with its run's number. */
const unlike = (run: number): OfficialDocument => {
  const told = (blocks: readonly Block[]): Block[] => blocks.map((b) => (b.kind === 'paragraph' ? { ...b, text: `${run}${b.text}` } : b.runOn === undefined ? b : { ...b, runOn: `${run}${b.runOn}` }))
  return {
    ...forwardingNotice, body: told(forwardingNotice.body),
    attachments: forwardingNotice.attachments!.map((a) => (a.matter === undefined ? a : { ...a, matter: { ...a.matter, body: told(a.matter.body) } })),
  }
}

const timed = async (make: (doc: OfficialDocument) => Promise<Uint8Array>): Promise<number[]> => {
  const each: number[] = []
  for (let run = 0; run < WARM + RUNS; run++) {
    const begun = performance.now()
    await make(unlike(run))
    if (run >= WARM) each.push(performance.now() - begun)
  }
  return each.sort((a, b) => a - b)
}

const line = (name: string, each: readonly number[], goal: string): string =>
  `${name}: p50 ${each[Math.floor(each.length / 2)]!.toFixed(0)} ms, p90 ${each[Math.floor(each.length * 0.9)]!.toFixed(0)} ms, longest ${each.at(-1)!.toFixed(0)} ms of ${each.length}${goal}`

process.stdout.write(`official document, five pages and imprint, node ${process.version}\n`)
const pdf = await timed(officialPdf)
const missed = pdf[Math.floor(pdf.length / 2)]! > GOAL_MS
process.stdout.write(`${line('PDF ', pdf, ` (goal p50 ≤ ${GOAL_MS} ms)${missed ? ' MISSED' : ''}`)}\n`)
process.stdout.write(`${line('Word', await timed(officialWord), '')}\n`)
process.exitCode = missed ? 1 : 0

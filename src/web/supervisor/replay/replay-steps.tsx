/** 逐步: ballots, each candidate, the line, the result; announced beside counted again. */
import type { Replay, ReplayRow } from '#core/ledger/replay'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { CodeText } from '../../ui/code-text'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table } from '../../ui/table'

const Same = ({ equal }: { equal: boolean }) => {
  const t = useText()
  return <State kind={equal ? 'ok' : 'block'}>{t(equal ? 'supervision.replay.same' : 'supervision.replay.other')}</State>
}

const Outcome = ({ of }: { of: ReplayRow['outcome']['again'] }) => {
  const t = useText()
  return <>{of === null ? t('supervision.replay.none') : `${t('supervision.replay.rank', { n: of.rank })}${t(`rounds.outcome.${of.outcome}`)}`}</>
}

export const ReplaySteps = ({ replay, rule, names }: { replay: Replay; rule: unknown; names: ReadonlyMap<string, string> }) => {
  const t = useText()
  const words = useWords()
  const needed = replay.rows.some((r) => r.needed !== null)
  const figure = (of: ReplayRow['figure']['again']) => (of === null ? t('supervision.replay.none') : words(of))
  return (
    <>
      <Section title={t('supervision.replay.step1')}>
        <Table caption={t('supervision.replay.step1')} captionHidden keep rows={replay.numbers} keyOf={(n) => n.of} empty={null} warned={(n) => !n.equal} columns={[
          { key: 'of', head: t('supervision.replay.item'), names: true, cell: (n) => t(`supervision.of.${n.of}`) },
          { key: 'announced', head: t('supervision.replay.announced'), numeric: true, cell: (n) => n.announced },
          { key: 'again', head: t('supervision.replay.recounted'), numeric: true, cell: (n) => n.again },
          { key: 'same', head: t('supervision.replay.check'), cell: (n) => <Same equal={n.equal} /> },
        ]} />
      </Section>
      <Section title={t('supervision.replay.step2')}>
        <Table caption={t('supervision.replay.step2')} captionHidden rows={replay.rows} keyOf={(r) => r.candidate} empty={null} warned={(r) => !r.figure.equal || !r.outcome.equal} columns={[
          { key: 'name', head: t('supervision.replay.name'), names: true, cell: (r) => names.get(r.candidate) ?? r.candidate },
          { key: 'announced', head: t('supervision.replay.announced'), cell: (r) => figure(r.figure.announced) },
          { key: 'again', head: t('supervision.replay.recounted'), cell: (r) => <span className={r.figure.equal ? undefined : 'differs'}>{figure(r.figure.again)}</span> },
          ...(needed ? [{ key: 'needed', head: t('supervision.replay.needed'), numeric: true, cell: (r: ReplayRow) => r.needed }] : []),
          { key: 'how', head: t('supervision.replay.how'), cell: (r) => words(r.say) },
        ]} />
      </Section>
      <Section title={t('supervision.replay.step3')}>
        <p className="detail">{words(sayRule(rule as Parameters<typeof sayRule>[0]))}</p>
        <Table caption={t('supervision.replay.step3')} captionHidden rows={replay.rows} keyOf={(r) => r.candidate} empty={null} warned={(r) => !r.outcome.equal} columns={[
          { key: 'name', head: t('supervision.replay.name'), names: true, cell: (r) => names.get(r.candidate) ?? r.candidate },
          { key: 'announced', head: t('supervision.replay.announced'), cell: (r) => <Outcome of={r.outcome.announced} /> },
          { key: 'again', head: t('supervision.replay.recounted'), cell: (r) => <span className={r.outcome.equal ? undefined : 'differs'}><Outcome of={r.outcome.again} /></span> },
          { key: 'same', head: t('supervision.replay.check'), cell: (r) => <Same equal={r.outcome.equal} /> },
        ]} />
      </Section>
      <Section title={t('supervision.replay.step4')}>
        <p className="detail"><span className="muted">{t('supervision.replay.onLedger')}{replay.code.position === null ? '' : `（${t('supervision.replay.row', { n: replay.code.position })}）`}</span><br />{replay.code.announced === null ? t('supervision.replay.none') : <CodeText code={replay.code.announced} />}</p>
        <p className="detail gap"><span className="muted">{t('supervision.replay.now')}</span><br />{replay.code.again === null ? t('supervision.replay.none') : <CodeText code={replay.code.again} />}</p>
        <p className="gap"><Same equal={replay.code.equal} /></p>
      </Section>
    </>
  )
}

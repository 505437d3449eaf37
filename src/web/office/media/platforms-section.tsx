/** 短视频平台的要求, as examples until the office writes what it read at the platform. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { readPlatformRules, setPlatformRule } from '#contract/operations/platform-rules'
import { ratioNames, type Ratio } from '#core/publicity/media-plan/platforms'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Dialog, DialogActions } from '../../ui/dialog'
import { sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { numberIn } from './item-fields'

type Rule = AnswerOf<typeof readPlatformRules>['rules'][number]

const RuleDialog = ({ campaignId, rule, onClose }: { campaignId: string; rule: Rule; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [d, setD] = useState({ seconds: String(rule.seconds), megabytes: String(rule.megabytes), leastSide: String(rule.leastSide), ratios: rule.ratios as readonly Ratio[], source: rule.version === 0 ? '' : rule.source.zh })
  const set = useAct(setPlatformRule, ['media.platforms', 'media.item'])
  const [seconds, megabytes, leastSide] = [numberIn(d.seconds) ?? 0, numberIn(d.megabytes) ?? 0, numberIn(d.leastSide) ?? 0]
  const whole = seconds > 0 && megabytes > 0 && leastSide >= 100 && d.ratios.length > 0 && d.source.trim().length >= 2
  const save = () => set.mutate({ params: { campaignId, platform: rule.id }, body: { version: rule.version, seconds, megabytes, leastSide, ratios: [...d.ratios], source: d.source } }, { onSuccess: () => { say(t('media.saved')); onClose() } })
  return (
    <Dialog open onClose={onClose} title={`${t('media.rules.edit')}：${words(rule.name)}`}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (whole) save() }}>
        <div className="media-fields">
          <TextField label={t('media.rules.seconds')} required keyboard="numeric" value={d.seconds} onChange={(v) => setD({ ...d, seconds: v })} />
          <TextField label={t('media.rules.megabytes')} required keyboard="numeric" value={d.megabytes} onChange={(v) => setD({ ...d, megabytes: v })} />
          <TextField label={t('media.rules.leastSide')} required keyboard="numeric" value={d.leastSide} onChange={(v) => setD({ ...d, leastSide: v })} />
          <fieldset className="field"><legend className="field-head"><span className="field-label">{t('media.rules.ratios')}</span></legend><div className="media-ratios">{ratioNames.map((r) => <CheckField key={r} label={r} checked={d.ratios.includes(r)} onChange={(on) => setD({ ...d, ratios: ratioNames.filter((x) => (x === r ? on : d.ratios.includes(x))) })} />)}</div></fieldset>
          <TextField label={t('media.rules.source')} required max={100} hint={t('media.rules.sourceHint')} value={d.source} onChange={(v) => setD({ ...d, source: v })} />
        </div>
        <Refused error={set.error} />
        <DialogActions><Button onClick={onClose}>{t('media.close')}</Button><Button type="submit" look="primary" disabled={!whole} busy={set.isPending}>{t('media.save')}</Button></DialogActions>
      </form>
    </Dialog>
  )
}

export const PlatformsSection = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const query = useRead(readPlatformRules, { params: { campaignId } })
  const [asked, setAsked] = useState<Rule | null>(null)
  const columns: Column<Rule>[] = [
    { key: 'name', head: t('media.rules.platform'), names: true, cell: (r) => words(r.name) }, { key: 'seconds', head: t('media.rules.seconds'), numeric: true, cell: (r) => r.seconds }, { key: 'megabytes', head: t('media.rules.megabytes'), numeric: true, cell: (r) => r.megabytes },
    { key: 'leastSide', head: t('media.rules.leastSide'), numeric: true, cell: (r) => r.leastSide }, { key: 'ratios', head: t('media.rules.ratios'), cell: (r) => r.ratios.join(t('common.comma')) }, { key: 'source', head: t('media.rules.source'), cell: (r) => `${words(r.source)} · ${sayDay(r.asOf, language)}` },
    { key: 'edit', head: t('media.rules.edit'), phone: 'bare', cell: (r) => <Button size="small" look="quiet" onClick={() => setAsked(r)}>{t('media.rules.edit')}<span className="hidden-text">：{words(r.name)}</span></Button> },
  ]
  return (
    <Section title={t('media.rules.title')} note={t('media.rules.note')}>
      <Answer query={query}>{({ rules }) => <Table caption={t('media.rules.title')} captionHidden columns={columns} rows={rules} keyOf={(r) => r.id} empty={null} />}</Answer>
      {asked === null ? null : <RuleDialog key={asked.id} campaignId={campaignId} rule={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

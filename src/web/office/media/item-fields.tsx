/** The fields of one item: what is rarely needed while planning is folded away. */
import { kindNames, levelNames, mediaLimits } from '#core/publicity/media-plan/channel'
import type { ItemMaterial, MediaItem } from '#core/publicity/media-plan/item'
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { SelectField } from '../../ui/choice-fields'
import { DayField, TextField } from '../../ui/text-fields'
import type { Entry, Plan } from './plan'

/** As it is typed. `material`: `none`, `word`, or kind and id; `owner`: an id, or `else`. */
export interface Draft { readonly channelId: string; readonly title: string; readonly from: string; readonly to: string; readonly owner: string; readonly ownerWord: string; readonly material: string; readonly materialWord: string; readonly link: string; readonly reach: string; readonly reachFrom: string }
export const emptyDraft = (today: string, me: string | null): Draft => ({ channelId: '', title: '', from: today, to: today, owner: me ?? 'else', ownerWord: '', material: 'none', materialWord: '', link: '', reach: '', reachFrom: '' })
const asText = (m: ItemMaterial): string => ({ none: 'none', word: 'word', story: `story:${m.kind === 'story' ? m.nominationId : ''}`, film: `film:${m.kind === 'film' ? m.mediaId : ''}`, poster: `poster:${m.kind === 'poster' ? m.posterId : ''}` })[m.kind]
export const draftOf = (i: Entry): Draft => ({ channelId: i.channelId, title: i.title, from: i.from, to: i.to, owner: i.ownerId ?? 'else', ownerWord: i.ownerWord, material: asText(i.material), materialWord: i.material.kind === 'word' ? i.material.word : '', link: i.link, reach: i.reach === null ? '' : String(i.reach), reachFrom: i.reachFrom })
/** Full-width digits too; empty: not known. What is no number is sent as one that is refused with words. */
export const numberIn = (text: string): number | null => { const plain = text.normalize('NFKC').replace(/[\s,次]/gu, ''); return plain === '' ? null : /^\d{1,12}$/u.test(plain) ? Number(plain) : -1 }
const materialOf = ({ material, materialWord }: Draft): ItemMaterial => {
  const [kind, id = ''] = material.split(':')
  if (kind === 'story') return { kind, nominationId: id }
  if (kind === 'film') return { kind, mediaId: id }
  if (kind === 'poster') return { kind, posterId: id }
  return kind === 'word' && materialWord.trim() !== '' ? { kind, word: materialWord } : { kind: 'none' }
}
export const itemOf = (d: Draft): MediaItem => ({ channelId: d.channelId, title: d.title, from: d.from, to: d.to < d.from && d.to === '' ? d.from : d.to, ownerId: d.owner === 'else' || d.owner === '' ? null : d.owner, ownerWord: d.owner === 'else' ? d.ownerWord : '', material: materialOf(d), link: d.link, reach: numberIn(d.reach), reachFrom: d.reachFrom })

export interface Material { readonly kind: string; readonly id: string; readonly name: string }
interface FieldsProps { draft: Draft; onChange: (d: Draft) => void; plan: Plan; materials: readonly Material[]; findings: readonly Finding[]; /** What it used before, when that may be chosen no more. */ before?: Material | undefined }

export const ItemFields = ({ draft: d, onChange, plan, materials, findings, before }: FieldsProps) => {
  const t = useText()
  const words = useWords()
  const set = (part: Partial<Draft>) => onChange({ ...d, ...part })
  const at = (field: string) => ({ findings: findings.filter((f) => f.at.field === field) })
  const kindWord = (kind: string) => t(kind === 'story' ? 'media.kind.story' : kind === 'film' ? 'media.kind.film' : 'media.kind.poster')
  const offered = [...materials.map((m) => ({ value: `${m.kind}:${m.id}`, label: `${kindWord(m.kind)}：${m.name}` })), ...(before !== undefined && !materials.some((m) => m.id === before.id) ? [{ value: `${before.kind}:${before.id}`, label: before.name }] : [])]
  return (
    <div className="media-fields">
      <SelectField label={t('media.channelField')} required value={d.channelId} onChange={(channelId) => set({ channelId })} options={plan.channels.map((c) => ({ value: c.id, label: `${c.name}（${words(kindNames[c.kind])}，${words(levelNames[c.level])}）` }))} />
      <TextField label={t('media.titleField')} required max={mediaLimits.title} hint={t('media.titleHint')} value={d.title} onChange={(title) => set({ title })} {...at('title')} />
      <div className="media-two">
        <DayField label={t('media.from')} required value={d.from} onChange={(from) => set({ from, ...(d.to < from || d.to === d.from ? { to: from } : {}) })} {...at('from')} />
        <DayField label={t('media.to')} required hint={t('media.toHint')} value={d.to} onChange={(to) => set({ to })} {...at('to')} />
      </div>
      <SelectField label={t('media.ownerField')} hint={t('media.ownerHint')} value={d.owner} onChange={(owner) => set({ owner })} options={[...plan.people.map((p) => ({ value: p.id, label: p.name })), { value: 'else', label: t('media.ownerElse') }]} {...at('ownerId')} />
      {d.owner === 'else' ? <TextField label={t('media.ownerWord')} max={mediaLimits.owner} value={d.ownerWord} onChange={(ownerWord) => set({ ownerWord })} {...at('ownerWord')} /> : null}
      <SelectField label={t('media.materialField')} value={d.material} onChange={(material) => set({ material: material === '' ? 'none' : material })} options={[{ value: 'none', label: t('media.materialNone') }, { value: 'word', label: t('media.materialWord') }, ...offered]} {...at('material')} />
      {d.material === 'word' ? <TextField label={t('media.materialWords')} max={mediaLimits.material} value={d.materialWord} onChange={(materialWord) => set({ materialWord })} /> : null}
      <details className="media-more" open={findings.some((f) => ['link', 'reach', 'reachFrom'].includes(f.at.field ?? '')) || undefined}>
        <summary>{t('media.moreFields')}</summary>
        <div className="media-fields">
          <TextField label={t('media.link')} max={mediaLimits.link} hint={t('media.linkHint')} value={d.link} onChange={(link) => set({ link })} {...at('link')} />
          <div className="media-two">
            <TextField label={t('media.reachField')} keyboard="numeric" hint={t('media.reachHint')} value={d.reach} onChange={(reach) => set({ reach })} {...at('reach')} />
            <TextField label={t('media.reachFrom')} max={mediaLimits.reachFrom} hint={t('media.reachFromHint')} value={d.reachFrom} onChange={(reachFrom) => set({ reachFrom })} {...at('reachFrom')} />
          </div>
        </div>
      </details>
    </div>
  )
}

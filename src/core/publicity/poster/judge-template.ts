/** What speaks against a template: words that cannot be read on what lies behind them, a coarse background, names and titles that do not fit. */
import type { Finding } from '../../kernel/finding'
import { channels, contrastOn, leastOnPicture, luminanceOf, mixed, nearestThatHolds, type Behind, type Rgb } from './contrast'
import type { Metrics } from './drawing'
import { judgeLaid, judgeLetters } from './judge'
import type { Look, Poster } from './poster'
import { gridOf, sizeOf } from './sizes'
import { no, roleNames, templateLimits, type PosterTemplate } from './template'

/** A picture of the office's own: pixels, and the darkest and lightest hundredth of each channel, 0 to 255. */
export interface TemplateArt { readonly width: number; readonly height: number; readonly low: Rgb; readonly high: Rgb }

/** What words of a template stand on: the ground, or the background under its veil. Each channel at its worst: rather too strict. */
export const behindOf = (ground: string, background: { readonly art: TemplateArt; readonly veil: number } | null): Behind => {
  if (background === null) { const own = luminanceOf(ground); return { darkest: own, lightest: own } }
  const g = channels(ground)
  const veiled = (c: Rgb): number => luminanceOf(`#${c.map((v, i) => Math.round(v * (1 - background.veil / 100) + g[i]! * (background.veil / 100)).toString(16).padStart(2, '0')).join('')}`)
  return { darkest: veiled(background.art.low), lightest: veiled(background.art.high) }
}

/** As far towards the ground as still holds; the words' own colour at worst. */
const softened = (ink: string, ground: string, share: number, behind: Behind): string => [share, share * 0.75, share * 0.5, share * 0.25].map((s) => mixed(ink, ground, s)).find((c) => contrastOn(c, behind) >= leastOnPicture) ?? ink

export const lookOfTemplate = (t: PosterTemplate, art: TemplateArt | null): Look => {
  const { ground, ink, accent } = t.colours
  const behind = behindOf(ground, art === null || t.background === null ? null : { art, veil: t.background.veil })
  const soft = softened(ink, ground, 0.25, behind)
  return { palette: { ground, ink, soft, faint: softened(ink, ground, 0.4, behind), accent, mark: accent, ring: soft }, veil: t.background === null ? null : t.background.veil / 100, emblem: t.emblem !== null }
}

const judgeColours = (t: PosterTemplate, art: TemplateArt | null): Finding[] => {
  const background = t.background === null || art === null ? null : { art, veil: t.background.veil }
  const behind = behindOf(t.colours.ground, background)
  const place: readonly [string, string] = background === null ? ['底色', 'the ground'] : ['底图', 'the background']
  return (['ink', 'accent'] as const).flatMap((role) => {
    const have = contrastOn(t.colours[role], behind)
    if (have >= leastOnPicture) return []
    const nearest = nearestThatHolds(t.colours[role], behind)
    const veil = background === null ? undefined : Array.from({ length: (templateLimits.mostVeil - templateLimits.leastVeil) / 5 + 1 }, (_, i) => templateLimits.leastVeil + 5 * i).find((v) => contrastOn(t.colours[role], behindOf(t.colours.ground, { art: background.art, veil: v })) >= leastOnPicture)
    const ways: [string, string][] = [...(nearest === null ? [] : [[`最近的可用颜色是 ${nearest}`, `the nearest colour that holds is ${nearest}`] as [string, string]]), ...(veil === undefined ? [] : [[`把底图淡化到 ${veil}%`, `veil the background by ${veil}%`] as [string, string]])]
    const [zh, en] = ways.length === 0 ? ['换一张明暗均匀的底图', 'choose a background of more even light'] : [ways.map((w) => w[0]).join('，或'), ways.map((w) => w[1]).join(', or ')]
    return [no('contrast', `colours.${role}`, [`${roleNames[role][0]} ${t.colours[role]} 在${place[0]}上的对比度是 ${have.toFixed(1)}，要 ${leastOnPicture}`, `The ${roleNames[role][1]} ${t.colours[role]} has a contrast of ${have.toFixed(1)} on ${place[1]}; ${leastOnPicture} is needed`], [`${zh}。`, `${en[0]!.toUpperCase()}${en.slice(1)}.`])]
  })
}

/** As for portraits: half the pixels it is shown with. */
const judgeBackground = (t: PosterTemplate, art: TemplateArt | null): Finding[] => (art === null || t.background === null ? [] : t.sizes.flatMap((id) => {
  const size = sizeOf(id)
  const g = gridOf(size)
  const [w, h] = [(g.w + 2 * g.bleed) * g.pixels, (g.h + 2 * g.bleed) * g.pixels]
  return Math.min(art.width / w, art.height / h) >= 0.5 ? [] : [no('coarse', 'background', [`${size.name.zh}：底图 ${art.width}×${art.height} 像素，会糊`, `${size.name.en}: a background of ${art.width}×${art.height} px blurs`], [`这个尺寸要 ${Math.ceil(w / 2)}×${Math.ceil(h / 2)} 像素以上；换一张大的，或不选这个尺寸。`, `It wants ${Math.ceil(w / 2)}×${Math.ceil(h / 2)} px at least: choose a larger one, or leave this size out.`], 'warn')]
}))

/** Invented people that a template is tried with: names of two to twelve characters, a title of forty, one to four lines. */
export const samplePosters = {
  short: { name: '林溪', unit: ['云岫县人民医院', '儿科主任医师'], words: ['机器能替我走山路，', '但不能替我蹲下来。'], honour: '云川最美科技工作者' },
  middle: { name: '古丽娜尔·艾山江', unit: ['云川省农业科学院', '推广研究员'], words: ['等了十一年，', '杏花开了。'], honour: '云川最美科技工作者' },
  long: { name: '阿卜杜热西提·艾力木拉提', unit: ['云川省农业科学院', '推广研究员'], words: ['别人说这里什么', '也长不出来。', '我说，再等一年。', '等了11年，杏花开了。'], honour: '云川省“百名扎根基层一线科学普及与技术推广领军人物”暨乡村振兴科技服务最美工作者' },
} as const satisfies Readonly<Record<string, Pick<Poster, 'name' | 'unit' | 'words' | 'honour'>>>
export type SampleName = keyof typeof samplePosters
export const sampleNames = Object.keys(samplePosters) as [SampleName, ...SampleName[]]
const sampleHosts = ['省委宣传部', '省精神文明办', '省科协', '省科技厅', '云川科学院', '省国防科工办']

export const samplePoster = (t: PosterTemplate, art: TemplateArt | null, which: SampleName, year: number, address: string): Poster => {
  const s = samplePosters[which]
  return { ...s, design: t.base, honour: t.title === '' ? s.honour : t.title, hosts: t.hosts.length === 0 ? sampleHosts : t.hosts, year, address, sample: true, look: lookOfTemplate(t, art) }
}

/** @param art of the background; null: there is none */
export const judgeTemplate = (t: PosterTemplate, art: TemplateArt | null, m: Metrics): Finding[] => {
  const tried = (which: SampleName): Poster => samplePoster(t, art, which, 2026, 'https://honours.example.org/p/yc-2026/honourees/2026-0007')
  const laid = t.sizes.flatMap((s) => sampleNames.flatMap((w) => judgeLaid(tried(w), sizeOf(s), null, m)))
  return [...judgeColours(t, art), ...judgeBackground(t, art), ...judgeLetters(tried('short'), m), ...laid.filter((f, i) => laid.findIndex((x) => x.what.zh === f.what.zh) === i)]
}

/** What goes into a kit beside its texts: pictures, films and posters, each with a tick. */
import type { AnswerOf } from '#contract/operation'
import type { readKits } from '#contract/operations/press-kits'
import { sizeOf } from '#core/publicity/poster/sizes'
import { useText, useWords } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { mediaAddress } from '../../ui/stories/story-reading'
import { sayBytes } from '../../ui/upload-row'

export type Kits = AnswerOf<typeof readKits>
interface PartsProps { nominationId: string; about: Kits; media: readonly string[]; setMedia: (ids: string[]) => void; posters: readonly string[]; setPosters: (ids: string[]) => void; toPosters: string }
const turned = (all: readonly string[], id: string, yes: boolean): string[] => (yes ? [...all, id] : all.filter((x) => x !== id))

export const KitParts = ({ nominationId, about, media, setMedia, posters, setPosters, toPosters }: PartsProps) => {
  const t = useText()
  const words = useWords()
  return (
    <>
      <Section title={t('pressKits.media')} note={t('pressKits.mediaNote')}>
        <div className="kit-media">
          {about.media.map((m) => (
            <div className="kit-medium" key={m.id}>
              {m.kind === 'picture' ? <img src={mediaAddress(nominationId, m.id, 480)} alt="" loading="lazy" /> : <span className="film">{t('pressKits.film')}</span>}
              <CheckField label={m.caption} explain={[m.credit === '' ? t('pressKits.noCredit') : m.credit, t('pressKits.size', { w: m.width, h: m.height }), ...(m.agreed === null ? [] : [words(m.agreed)])].join('　')} checked={media.includes(m.id)} onChange={(yes) => setMedia(turned(media, m.id, yes))} />
              {m.findings.length === 0 || !media.includes(m.id) ? null : <Findings>{asFindings(m.findings).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}
            </div>
          ))}
        </div>
      </Section>
      <Section title={t('pressKits.posters')} action={about.posters.length === 0 ? null : <ButtonLink size="small" to={toPosters}>{t('pressKits.toPosters')}</ButtonLink>}>
        {about.posters.length === 0 ? <Empty title={t('pressKits.noPosters')} action={<ButtonLink to={toPosters}>{t('pressKits.toPosters')}</ButtonLink>}>{t('pressKits.noPostersFact')}</Empty>
          : about.posters.map((p) => <CheckField key={p.id} label={`${t(`posters.design.${p.design}`)}　${words(sizeOf(p.size).name)}`} explain={sayBytes(p.bytes)} checked={posters.includes(p.id)} onChange={(yes) => setPosters(turned(posters, p.id, yes))} />)}
      </Section>
    </>
  )
}

/** 材料包: how far each is, what is not in it and why, and the way to take it or to remove it. */
import type { AnswerOf } from '#contract/operation'
import { listPackages, packageFile, removePackage } from '#contract/operations/packages'
import { sayFullEnd } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useAct } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from './answer'
import { Button, ButtonLink } from './button'
import { CodeText } from './code-text'
import { Note } from './finding-card'
import './package-list.css'
import { ProgressBar } from './progress-bar'
import { sayAt } from './say-time'
import { State } from './state'
import { say } from './toast'
import { sayBytes } from './upload-row'
import type { Package } from './use-packages'

const MOST_LACKING = 8

const useIntro = () => {
  const t = useText()
  return (p: Package) => (p.which === 'one' ? t('packages.of.one', { name: p.candidateName ?? '' }) : t(`packages.of.${p.which}`, { n: p.nominations.all }))
}

/** 截止模式: what is not ready now is made after that instant. */
const UnderWay = ({ p, name, waitsUntil }: { p: Package; name: string; waitsUntil: number | null }) => {
  const t = useText()
  const end = useWords()
  const words = waitsUntil !== null ? t('late.mode.waits') : p.state === 'waiting' ? t('packages.waiting') : t('packages.making', p.nominations)
  return (
    <div className="package-progress">
      <State kind={p.state === 'waiting' || waitsUntil !== null ? 'wait' : 'half'}>{words}</State>
      <ProgressBar share={p.content.all > 0 ? p.content.done / p.content.all : p.which === 'certificates' && p.nominations.all > 0 ? p.nominations.done / p.nominations.all : 0} label={name} />
      {p.which === 'certificates' ? null : <span className="small muted">{t('packages.makingBytes', { done: sayBytes(p.content.done), all: sayBytes(p.content.all) })}</span>}
      {waitsUntil === null ? null : <p className="detail">{t('late.mode.package', { end: end(sayFullEnd(waitsUntil)) })}</p>}
    </div>
  )
}

const Lacking = ({ lacking }: Pick<Package, 'lacking'>) => {
  const t = useText()
  const { count, files } = lacking
  if (count === 0) return null
  const shown = files.slice(0, MOST_LACKING)
  return (
    <Note kind="warn" title={t('packages.lacking', { n: count })}>
      <ul className="package-lacking">{shown.map((l) => <li key={l.path}>{l.path.split('/').at(-1)}　<span className="muted">{t(`packages.lack.${l.lack}`)}</span></li>)}</ul>
      {count > shown.length ? <p className="small muted">{t('packages.more', { n: count - shown.length })}</p> : null}
      <p className="mend">{t('packages.lackingMend')}</p>
    </Note>
  )
}

const Standing = ({ p, name, waitsUntil }: { p: Package; name: string; waitsUntil: number | null }) => {
  const t = useText()
  const words = useWords()
  if (p.state === 'waiting' || p.state === 'making') return <UnderWay p={p} name={name} waitsUntil={waitsUntil} />
  if (p.state === 'failed') return <div><State kind="block">{t('packages.failed')}</State><p className="detail">{t(`packages.failure.${p.failure ?? 'unexpected'}`)}</p></div>
  return (
    <div>
      <p className="row-of"><State kind={p.lacking.count === 0 ? 'ok' : 'warn'}>{t('packages.ready')}</State><span className="small muted">{t('packages.facts', { size: sayBytes(p.bytes), files: p.files })}</span>{p.expiresAt === null ? null : <span className="small muted">{t('packages.until', { end: words(sayFullEnd(p.expiresAt)) })}</span>}</p>
      {p.manifest === null ? null : <p className="small muted package-manifest">{t('packages.manifest')} <CodeText code={p.manifest} short /></p>}
    </div>
  )
}

const Row = ({ p, campaignId, main, waitsUntil }: { p: Package; campaignId: string; main: boolean; waitsUntil: number | null }) => {
  const t = useText()
  const language = useLanguage()
  const name = useIntro()(p)
  const remove = useAct(removePackage, [listPackages.id])
  const params = { campaignId, packageId: p.id }
  return (
    <li className="package">
      <div className="package-name"><b>{name}</b><span className="small muted">{t('packages.askedAt', { at: sayAt(p.askedAt, language) })}</span></div>
      <Standing p={p} name={name} waitsUntil={waitsUntil} />
      <div className="package-ways">
        {p.state === 'ready' ? <ButtonLink reload icon="down" {...(main && { look: 'primary' as const })} to={addressOf(packageFile, params)}>{t('packages.download')}<span className="hidden-text">{` ${name}`}</span></ButtonLink> : null}
        <Button look="quiet" size="small" busy={remove.isPending} aria-label={t('packages.removeLabel', { name })} onClick={() => remove.mutate({ params }, { onSuccess: () => say(t('packages.removed')) })}>{t('packages.remove')}</Button>
      </div>
      {p.lacking.count > 0 || remove.error !== null ? <div className="package-below"><Lacking lacking={p.lacking} /><Refused error={remove.error} /></div> : null}
    </li>
  )
}

interface ListProps { campaignId: string; packages: AnswerOf<typeof listPackages>['packages']; waitsUntil: number | null; /** The newest one that is ready is what the page is for. */ main?: boolean }
export const PackageList = ({ campaignId, packages, waitsUntil, main = false }: ListProps) => {
  const first = packages[0]
  return <ul className="packages" aria-live="polite">{packages.map((p) => <Row key={p.id} p={p} campaignId={campaignId} main={main && p === first} waitsUntil={waitsUntil} />)}</ul>
}

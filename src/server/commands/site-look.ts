/** 网站外观: set and given up by the office, for the public pages of its organisation. */
import { z } from 'zod'
import { resetSiteLook, setSiteLook } from '#contract/operations/site-look'
import { operation } from '#contract/operation'
import { blocking } from '#core/kernel/finding'
import { deriveLook } from '#core/publicity/look/derive'
import { absent, command, done, perform, refusedBy, type Handler } from '../handler'
import type { HeaderPicture, LookPicture } from '../public/look/public-look'
import { judgeLook, takePicture } from '../site-look/take-picture'
import { dropLook, lookOf, pagesLookAnew, putLook } from '../store/site-looks'

interface Wanted { readonly accent: string | null; readonly emblem: LookPicture | null; readonly header: HeaderPicture | null }
const keepOperation = operation({ id: 'siteLook.keep', method: 'POST', path: '/internal/site-look', who: 'office', summary: { zh: '记下外观', en: 'Keep a look' }, body: z.custom<Wanted>() })
const subject = (organisationId: string) => ({ kind: 'organisation', id: organisationId } as const)
const sum = (p: LookPicture | null) => (p === null ? undefined : Object.values(p.renditions)[0]!.sha256)

const keep = command(keepOperation, async ({ body }, { tx, services, actor, now, record }) => {
  await tx.rows(`SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE`, [actor.organisationId])
  await putLook(tx, { ...body, organisationId: actor.organisationId, at: await now(), by: actor.accountId })
  services.pages.changed()
  await pagesLookAnew(tx, actor.organisationId)
  const [emblem, header] = [sum(body.emblem), sum(body.header)]
  record({ chain: actor.organisationId, act: 'siteLook.set', subject: subject(actor.organisationId), data: { ...(body.accent !== null && { accent: body.accent }), ...(emblem !== undefined && { emblem }), ...(header !== undefined && { header }) } })
  return done({})
})

export const setSiteLookCommand: Handler<typeof setSiteLook> = {
  kind: 'query', operation: setSiteLook,
  run: async ({ body }, { q, services, session, actor }) => {
    const before = await lookOf(q, actor.organisationId)
    const taken = async (what: 'emblem' | 'header') => { const asked = body[what]; return asked === 'keep' ? { ok: true as const, value: before?.[what] ?? null } : asked === null ? { ok: true as const, value: null } : takePicture(services, what, asked) }
    const [emblem, header] = [await taken('emblem'), await taken('header')]
    if (!emblem.ok || !header.ok) return refusedBy([...(emblem.ok ? [] : emblem.findings), ...(header.ok ? [] : header.findings)])
    const findings = [...(body.accent === null ? [] : deriveLook(body.accent).findings), ...judgeLook(emblem.value, header.value, body.rights)]
    if (blocking(findings).length > 0) return refusedBy(blocking(findings))
    const kept = await perform(keep, { params: {}, query: {}, body: { accent: body.accent, emblem: emblem.value, header: header.value === null ? null : { ...header.value, ...body.rights } } } as never, session, services)
    return kept.ok ? done({ findings: findings as never }) : kept
  },
}

export const resetSiteLookCommand = command(resetSiteLook, async (_, { tx, services, actor, record }) => {
  if (!(await dropLook(tx, actor.organisationId))) throw absent()
  services.pages.changed()
  await pagesLookAnew(tx, actor.organisationId)
  record({ chain: actor.organisationId, act: 'siteLook.reset', subject: subject(actor.organisationId), data: {} })
  return done({})
})

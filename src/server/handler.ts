import type { Actor } from '#core/access/actor'
import { allows, permissions, type Subject } from '#core/access/permission'
import { blocking, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { isNoted } from '#core/supervision/opening'
import { openings } from '#contract/openings'
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '#contract/operation'
import type { Services } from './services'
import { handled, mayRetry, type Queries, type Transaction } from './store/database'
import { noteLetThrough, pathOf, wasLetThrough } from './let-through'
import { append, type Beside, type Deed, type Recorded } from './store/ledger'
import { openLetterOf, type HeldLetter } from './store/consultation-links'
import { noteOpening } from './store/openings'
import { openRequestOf, type HeldRequest } from './store/opinion-requests'
import { openPassOf, type HeldPass } from './store/phone-passes'
import type { Session } from './store/sessions'
import { locate, locateWithSession, type Located } from './store/subjects'

/** Either the answer, or what rules say against it, all at once. Nothing is written when rules say no. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] }
/** An answer that only the last statement knows is given as a promise, and awaited when the transaction is through. */
export const done = <T>(value: T | Promise<T>): Outcome<T | Promise<T>> => ({ ok: true, value })
export const refusedBy = (findings: readonly Finding[]): Outcome<never> => ({ ok: false, findings })
/** Refused when anything blocks. */
export const stopsAt = (findings: readonly Finding[]): boolean => blocking(findings).length > 0

export interface Input<O> {
  readonly params: ParamsOf<O>
  readonly query: QueryOf<O>
  readonly body: BodyOf<O>
}
export interface QueryContext {
  readonly q: Queries
  readonly services: Services
  /** Null for operations that anyone may call. */
  readonly session: Session | null
  /** Who asks; a Refusal is thrown when nobody is signed in. */
  readonly actor: Actor
  readonly subject: Subject
  /** The request whose link was shown: operations of `linkHolder` have one, and only they. */
  readonly held: HeldRequest | null
  /** The telephone that was let in: operations of `phoneHolder` have one, and only they. */
  readonly phone: HeldPass | null
  /** The letter whose link was shown: operations of `organHolder` have one, and only they. */
  readonly organ: HeldLetter | null
  /** What the browser says it is; empty where nothing asked over HTTP. */
  readonly agent: string
  /** Of the network that asks, for limits alone: it is never kept beside what was asked. Empty where nothing asked over HTTP. */
  readonly address: string
  /** Of the campaign the path leads to. A Refusal when it leads to none. */
  readonly campaignId: string
}
export interface CommandContext extends QueryContext {
  /** What the handler asked ahead; null: it was not, and the command asks itself. */
  readonly ahead: Promise<unknown> | null
  /** Everything is read and written in this one transaction. */
  readonly tx: Transaction
  /** Product time, read from the database at this moment: call it after the lock. */
  now(): Promise<number>
  /** Hands the browser a new session token, or takes its session away (null). */
  giveSession(token: string | null): void
  /** Sends the ledger entry of this act with the COMMIT; the head stays locked until then, so this comes last. */
  record(deed: Deed, beside?: Beside): Recorded
}

export interface Handler<O extends Operation = Operation> {
  readonly kind: 'command' | 'query'
  readonly operation: O
  /** A query all of whose reads see one state of the database. */
  readonly snapshot?: true
  /** What a command locks and reads first. Whoever was let through a moment ago has it asked in one journey with the session; whether he still may is asked all the same, and before anything is done with it. */
  readonly ahead?: (input: Input<O>, tx: Transaction) => Promise<unknown>
  readonly run: (input: Input<O>, context: CommandContext) => Promise<Outcome<unknown>>
  /** What is done outside the database once all of it is on the disk. What fails here is made good by the next tidying. */
  readonly afterwards?: (services: Services) => Promise<void>
}

/** A thing a person can do: one transaction around permission, decision, state and ledger. */
export const command = <O extends Operation>(operation: O, run: (input: Input<O>, context: CommandContext) => Promise<Outcome<AnswerOf<O> | Promise<AnswerOf<O>>>>): Handler<O> => ({ kind: 'command', operation, run })
/** The same for one that is done again and again by the same person: `first` is what it locks and reads before all else. */
export const repeatedCommand = <O extends Operation, A>(operation: O, first: (input: Input<O>, tx: Transaction) => Promise<A>, run: (input: Input<O>, context: CommandContext, first: A) => Promise<Outcome<AnswerOf<O> | Promise<AnswerOf<O>>>>): Handler<O> => ({
  kind: 'command', operation, ahead: first, run: async (input, context) => run(input, context, (await (context.ahead ?? first(input, context.tx))) as A),
})
/** A thing a person can read. */
export const query = <O extends Operation>(operation: O, run: (input: Input<O>, context: QueryContext) => Promise<AnswerOf<O>>): Handler<O> => ({
  kind: 'query', operation, run: async (input, context) => done(await run(input, context)),
})

/** What is read must fit together: entries and the head they lead to, a list and its sum. */
export const snapshotQuery = <O extends Operation>(...given: Parameters<typeof query<O>>): Handler<O> => ({ ...query<O>(...given), snapshot: true })

export const absent = (): Refusal => new Refusal('absent', { zh: '没有这个页面或内容，或者它不归您查看。', en: 'There is nothing here, or it is not yours to see.' })

/** Who asks: already known, or behind a token that is looked up at the beginning of the same transaction. `link`: hash of a link's token that was shown beside it. */
export type Asker = Session | null | { readonly token: Buffer | null; readonly link?: Buffer | null; readonly agent?: string; readonly address?: string }

/** Runs a handler for somebody: the only place that opens transactions and asks permissions. */
export const perform = async <O extends Operation>(handler: Handler<O>, input: Input<O>, asker: Asker, services: Services, giveSession: (token: string | null) => void = () => undefined): Promise<Outcome<AnswerOf<O>>> => {
  if (handler.kind === 'query') {
    const read = (q: Queries) => inContext(handler, input, asker, services, q, null, giveSession)
    return handler.snapshot === true ? services.db.snapshot(read) : read(services.db)
  }
  for (let attempt = 1; ; attempt++) {
    try {
      const outcome = await rollingBack(services, (tx) => inContext(handler, input, asker, services, tx, tx, giveSession))
      if (!outcome.ok) return outcome
      const value = await outcome.value
      await handler.afterwards?.(services).catch(() => undefined)
      return { ok: true, value }
    } catch (error) {
      if (!mayRetry(error) || attempt >= 5) throw error
    }
  }
}

class RuledOut extends Error {
  constructor(readonly outcome: Outcome<never>) { super('rules say no') }
}

/** A refusal by rules rolls back like any other: a command may find out late, nothing of it stays. */
const rollingBack = async <T>(services: Services, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
  try {
    return await services.db.transaction(async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new RuledOut(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RuledOut) return error.outcome
    throw error
  }
}

const inContext = async <O extends Operation>(handler: Handler<O>, input: Input<O>, asker: Asker, services: Services, q: Queries, tx: Transaction | null, giveSession: (token: string | null) => void): Promise<Outcome<AnswerOf<O>>> => {
  const { who } = handler.operation
  const named = Object.keys(input.params as object).length > 0 && who in permissions
  // A link is asked where a link is wanted, and nowhere else; who happens to be signed in is not asked there.
  const [held, phone, organ] = [who === 'linkHolder' ? await heldBy(asker, q) : null, who === 'phoneHolder' ? await phoneOf(asker, q) : null, who === 'organHolder' ? await organOf(asker, q) : null]
  const byToken = held ?? phone ?? organ
  // In one write with the session's question, and behind it.
  const token = asker !== null && !('tokenHash' in asker) ? asker.token : null
  const trodden = handler.ahead === undefined || token === null ? null : pathOf(token, handler.operation.id, input.params as Record<string, string>)
  const located = byToken === null ? handled(whoAndWhat(asker, named ? (input.params as Record<string, string>) : {}, q)) : null
  const ahead = trodden !== null && wasLetThrough(trodden) ? handled(handler.ahead!(input, tx!)) : null
  const { session, subject, campaignId } = located !== null ? await located : { session: null, subject: {}, campaignId: byToken!.campaignId }
  const actor = session?.actor ?? null
  permit(handler.operation, session, subject, services, byToken !== null)
  if (trodden !== null) noteLetThrough(trodden)
  const context: CommandContext = {
    q, services, session, ahead, held, phone, organ, agent: asker !== null && 'token' in asker ? asker.agent ?? '' : '', address: asker !== null && 'token' in asker ? asker.address ?? '' : '',
    get tx() { if (tx === null) throw new Error('a query writes nothing'); return tx }, subject,
    get actor() { if (actor === null) throw signInNeeded(); return actor },
    get campaignId() { if (campaignId === null) throw absent(); return campaignId },
    giveSession,
    now: async () => (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at,
    record: (deed, beside) => append(context.tx, deed, actor === null ? system : { account: actor.accountId, role: actor.role, organisation: actor.organisationId, ...(actor.forOffice === undefined ? {} : { office: actor.forOffice }) }, beside),
  }
  const outcome = (await handler.run(input, context)) as Outcome<AnswerOf<O>>
  const way = openings[handler.operation.id]
  // Written down before the answer leaves, in a statement of its own: what is read in a snapshot writes nothing.
  if (way !== undefined && outcome.ok && actor !== null && isNoted(actor)) await noteOpening(services.db, actor, { way, ...openedBy(input.params as Readonly<Record<string, string>>) })
  return outcome
}
const openedBy = ({ nominationId, fileId, roundId }: Readonly<Record<string, string>>) => ({ nominationId: nominationId ?? '', fileId: fileId ?? null, roundId: roundId ?? null })


const heldBy = async (asker: Asker, q: Queries): Promise<HeldRequest | null> => {
  const link = asker !== null && 'token' in asker ? asker.link ?? null : null
  return link === null ? null : (await openRequestOf(q, link)) ?? null
}

const organOf = async (asker: Asker, q: Queries): Promise<HeldLetter | null> => {
  const token = asker !== null && 'token' in asker ? asker.link ?? null : null
  return token === null ? null : (await openLetterOf(q, token)) ?? null
}

const phoneOf = async (asker: Asker, q: Queries): Promise<HeldPass | null> => {
  const token = asker !== null && 'token' in asker ? asker.link ?? null : null
  return token === null ? null : (await openPassOf(q, token)) ?? null
}

/** Session and subject, in one question where both are wanted. */
const whoAndWhat = async (asker: Asker, params: Readonly<Record<string, string>>, q: Queries): Promise<Located & { readonly session: Session | null }> => {
  if (asker !== null && !('tokenHash' in asker) && asker.token !== null) return locateWithSession(q, params, asker.token)
  const session = asker !== null && 'tokenHash' in asker ? asker : null
  return { session, ...(await locate(q, params, session?.actor ?? null)) }
}

/** Acts of nobody who is signed in. */
export const system = { account: '', role: 'system', organisation: '' } as const

export const signInNeeded = (): Refusal => new Refusal('signInNeeded', { zh: '请先登录。填写的内容还在页面上。', en: 'Sign in first. What you typed is still on the page.' })

/** Deny by default. Whoever is not allowed learns nothing about the subject: absent and foreign answer alike. */
const permit = (operation: Operation, session: Session | null, subject: Subject, services: Services, shown: boolean): void => {
  const { who } = operation
  if (who === 'anyone') return
  if (who === 'linkHolder' || who === 'phoneHolder' || who === 'organHolder') { if (!shown) throw absent(); return }
  if (who === 'setUpKey') { if (services.setUpKey === null) throw absent(); return }
  if (who === 'demoVisitor') { if (!services.isDemo) throw absent(); return }
  if (session === null) throw signInNeeded()
  if (who === 'halfSignedIn') return
  if (session.next !== 'done' || session.actor === null) throw new Refusal('secondFactorNeeded', { zh: '登录还差第二步。', en: 'The second step of the sign-in is missing.' }, { next: session.next })
  if (!allows(who, session.actor, subject)) throw absent()
}

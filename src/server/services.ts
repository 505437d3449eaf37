import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Level } from '#core/campaign/resolve'
import type { Blobs } from './blobs/blobs'
import type { Keys } from './keys'
import type { Mail } from './mail/outgoing'
import type { RoundKeys } from './round-keys'
import type { PageCache } from './public/page-cache'
import type { Programs } from './programs/program'
import type { Oidc } from './oidc/provider'
import type { Database } from './store/database'
import type { LinkSettings } from './links/settings'
import type { WebhookSettings } from './webhooks/guard'

/** What handlers are given: made once by the composition root, real everywhere, tests included. */
export interface Services {
  readonly db: Database
  readonly keys: Keys
  /** Of rounds that are open. */
  readonly roundKeys: RoundKeys
  readonly blobs: Blobs
  /** How letters leave. */
  readonly mail: Mail
  /** Where news may be sent by webhooks, and after which pauses again. */
  readonly webhooks: WebhookSettings & { readonly pausesSeconds: readonly number[] }
  /** Whether links that people entered are looked at. */
  readonly links: LinkSettings
  /** The sign-in of the organisation; null: there is none, and nothing of it is shown. */
  readonly oidc: Oidc | null
  readonly isDemo: boolean
  /** Address people reach the product under, for codes and printed sheets. */
  readonly origin: string
  /** Address under which files of others are shown, apart from the pages; null: under the same, sandboxed. */
  readonly previewOrigin: string | null
  /** The one-time key of the first set-up, printed at the first start; null once set up. */
  readonly setUpKey: string | null
  /** Folder of the shipped definitions. */
  readonly definitionsDir: string
  /** Folder where uploads grow before they are verified. */
  readonly stagingDir: string
  /** Folder of files that were set apart for their markings. Nothing but their end reads from it. */
  readonly quarantineDir: string
  /** Folder of packages, while they are made and kept. */
  readonly packagesDir: string
  /** Folder of archives that go out to other installations, and of files that came from them. */
  readonly archivesDir: string
  /** Folder of pictures drawn for looking; each can be drawn again. */
  readonly viewsDir: string
  /** Folder of films that wait for their conversion. */
  readonly filmsDir: string
  /** Programs of this machine, each there or not. */
  readonly programs: Programs
  /** Public pages in memory, for a moment. */
  readonly pages: PageCache
  /** Definitions folded once and kept by their hash. */
  readonly definitions: Map<string, ResolvedDefinition>
  /** Levels that others are laid under, by the hash of what they resolve to. */
  readonly levels: Map<string, Level>
}

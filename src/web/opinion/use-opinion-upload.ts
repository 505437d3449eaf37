/** The one file of an answer on its way: judged here, sent by tus under the link's token, looked at by the server. Nothing is handed over by it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { beginOpinionUpload, opinionUploadState } from '#contract/operations/opinions'
import { blocking, type Finding } from '#core/kernel/finding'
import { judgeFile, judgeSize } from '#core/materials/judge'
import type { MaterialRule } from '#core/rules/material-terms'
import { bearing, call, OfflineError, ProblemError } from '../api/call'
import { asFindings, type Trouble } from '../ui/answer'
import { inspectInBrowser } from '../ui/files/inspect-in-browser'
import { sendFile, type Sending } from '../ui/files/send-file'

export interface OpinionUpload {
  readonly phase: 'inspecting' | 'sending' | 'checking' | 'kept' | 'refused' | 'stopped'
  readonly name: string
  readonly bytes: number
  readonly sent: number
  readonly findings: readonly Finding[]
  readonly uploadId: string | null
  readonly trouble: Trouble | null
}
const ASK_EVERY = 700
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const troubleOf = (error: unknown): Trouble => (error instanceof ProblemError ? error : new OfflineError())

/** What the rules say before a byte is sent; a file this browser cannot read is left to the server. */
const judgedHere = async (rule: MaterialRule, file: File): Promise<Finding[]> => {
  const tooLarge = judgeSize(rule, { name: file.name, bytes: file.size })
  if (blocking(tooLarge).length > 0) return tooLarge
  const facts = await inspectInBrowser(file).catch(() => null)
  return facts === null ? tooLarge : judgeFile(rule, facts)
}

const verdictOf = async (token: string, uploadId: string) => {
  for (;;) {
    const said = await call(opinionUploadState, { params: { uploadId }, bearer: token })
    // What was set apart is told in its findings: what was done with it, and what to do now.
    if (said.state === 'kept' || said.state === 'refused' || said.state === 'quarantined') return { phase: said.state === 'kept' ? 'kept' : 'refused', findings: asFindings(said.findings) } as const
    await later(ASK_EVERY)
  }
}

export const useOpinionUpload = (token: string, rule: MaterialRule): { upload: OpinionUpload | null; take: (file: File) => void; goOn: () => void } => {
  const [upload, setUpload] = useState<OpinionUpload | null>(null)
  const sending = useRef<Sending | null>(null)
  /** A file chosen later makes what an earlier one still says unheard. */
  const turn = useRef(0)
  useEffect(() => () => sending.current?.pause(), [])
  const take = useCallback(async (file: File) => {
    const mine = ++turn.current
    const change = (to: Partial<OpinionUpload>) => { if (turn.current === mine) setUpload((u) => (u === null ? u : { ...u, ...to })) }
    const stopped = (error: unknown) => change({ phase: 'stopped', trouble: troubleOf(error) })
    sending.current?.pause()
    sending.current = null
    setUpload({ phase: 'inspecting', name: file.name, bytes: file.size, sent: 0, findings: [], uploadId: null, trouble: null })
    const findings = await judgedHere(rule, file)
    change({ findings })
    if (blocking(findings).length > 0) return change({ phase: 'refused' })
    try {
      const { url, uploadId } = await call(beginOpinionUpload, { params: {}, body: { name: file.name, bytes: file.size }, bearer: token })
      if (turn.current !== mine) return
      change({ phase: 'sending', uploadId })
      const check = () => {
        change({ phase: 'checking', sent: file.size })
        void verdictOf(token, uploadId).then(change, stopped)
      }
      sending.current = sendFile(file, url, { progress: (sent) => change({ phase: 'sending', sent, trouble: null }), done: check, stopped: () => stopped(null) }, bearing(token))
    } catch (error) {
      if (error instanceof ProblemError && error.findings.length > 0) change({ phase: 'refused', findings: error.findings })
      else stopped(error)
    }
  }, [token, rule])
  return { upload, take: (file) => void take(file), goOn: () => sending.current?.resume() }
}

/** Files on their way from a telephone: judged here, a picture of the telephone's own kind made a JPEG, sent by tus under the telephone's token, looked at by the server. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { beginPhoneUpload, phoneUploadState } from '#contract/operations/phone'
import { blocking, type Finding } from '#core/kernel/finding'
import { judgeFile, judgeSize } from '#core/materials/judge'
import { becomesJpeg } from '#core/materials/made-fit'
import type { MaterialRule } from '#core/rules/material-terms'
import { bearing, call, OfflineError, ProblemError } from '../../api/call'
import { asFindings, type Trouble } from '../../ui/answer'
import { inspectInBrowser } from '../../ui/files/inspect-in-browser'
import { sendFile, type Sending } from '../../ui/files/send-file'
import { jpegOf } from '../../ui/files/upright'

export interface PhoneUpload {
  readonly key: string
  readonly materialId: string
  readonly phase: 'inspecting' | 'sending' | 'checking' | 'kept' | 'refused' | 'stopped'
  readonly name: string
  readonly bytes: number
  readonly sent: number
  readonly findings: readonly Finding[]
  readonly trouble: Trouble | null
}
const ASK_EVERY = 700
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const troubleOf = (error: unknown): Trouble => (error instanceof ProblemError ? error : new OfflineError())

/** What the rules say before a byte is sent; a file this browser cannot read is left to the server. */
const madeFit = async (rule: MaterialRule, chosen: File): Promise<{ readonly file: File; readonly findings: Finding[] }> => {
  const tooLarge = judgeSize(rule, { name: chosen.name, bytes: chosen.size })
  if (blocking(tooLarge).length > 0) return { file: chosen, findings: tooLarge }
  const border = rule.file.type === 'portrait'
  const facts = await inspectInBrowser(chosen, { border, faces: border }).catch(() => null)
  if (facts === null) return { file: chosen, findings: tooLarge }
  if (!becomesJpeg(rule, facts)) return { file: chosen, findings: judgeFile(rule, facts) }
  const file = await jpegOf(chosen).catch(() => null)
  return file === null ? { file: chosen, findings: judgeFile(rule, facts) } : { file, findings: judgeFile(rule, await inspectInBrowser(file, { border, faces: border })) }
}

const verdictOf = async (token: string, uploadId: string) => {
  for (;;) {
    const said = await call(phoneUploadState, { params: { uploadId }, bearer: token })
    if (said.state === 'kept' || said.state === 'refused' || said.state === 'quarantined') return { phase: said.state === 'kept' ? 'kept' : 'refused', findings: asFindings(said.findings) } as const
    await later(ASK_EVERY)
  }
}

export const usePhoneUploads = (token: string, arrived: () => void): { uploads: readonly PhoneUpload[]; take: (rule: MaterialRule, files: readonly File[]) => void; goOn: (key: string) => void } => {
  const [uploads, setUploads] = useState<readonly PhoneUpload[]>([])
  const sending = useRef(new Map<string, Sending>())
  const next = useRef(0)
  useEffect(() => { const all = sending.current; return () => all.forEach((s) => s.pause()) }, [])
  const takeOne = useCallback(async (rule: MaterialRule, chosen: File) => {
    const key = `p${next.current++}`
    const change = (to: Partial<PhoneUpload>) => setUploads((all) => all.map((u) => (u.key === key ? { ...u, ...to } : u)))
    const stopped = (error: unknown) => change({ phase: 'stopped', trouble: troubleOf(error) })
    setUploads((all) => [{ key, materialId: rule.id, phase: 'inspecting', name: chosen.name, bytes: chosen.size, sent: 0, findings: [], trouble: null }, ...all])
    try {
      const { file, findings } = await madeFit(rule, chosen)
      change({ findings, name: file.name, bytes: file.size })
      if (blocking(findings).length > 0) return change({ phase: 'refused' })
      const { url, uploadId } = await call(beginPhoneUpload, { body: { materialId: rule.id, name: file.name, bytes: file.size }, bearer: token })
      change({ phase: 'sending' })
      const check = () => {
        change({ phase: 'checking', sent: file.size })
        void verdictOf(token, uploadId).then((verdict) => { change(verdict); if (verdict.phase === 'kept') arrived() }, stopped)
      }
      sending.current.set(key, sendFile(file, url, { progress: (sent) => change({ phase: 'sending', sent, trouble: null }), done: check, stopped: () => stopped(null) }, bearing(token)))
    } catch (error) {
      if (error instanceof ProblemError && error.findings.length > 0) change({ phase: 'refused', findings: error.findings })
      else stopped(error)
    }
  }, [token, arrived])
  // One after the other to begin with: a telephone has one processor to spare.
  const take = (rule: MaterialRule, files: readonly File[]) => { void files.reduce((before, file) => before.then(() => takeOne(rule, file)), Promise.resolve()) }
  return { uploads, take, goOn: (key) => sending.current.get(key)?.resume() }
}

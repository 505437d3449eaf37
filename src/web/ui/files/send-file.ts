/** Sends the bytes of one file by tus 1.0 to an upload already opened, from wherever the server stands. */
import { Upload } from 'tus-js-client'

const CHUNK = 16 * 1024 * 1024
const RETRIES = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000]

export interface Sending { pause: () => void; resume: () => void }
interface SendDoors { progress: (sent: number, secondsLeft: number | undefined) => void; done: () => void; stopped: (status: number | null) => void }

/** @param headers what the sender proves itself with, where that is no session */
export const sendFile = (file: File, url: string, doors: SendDoors, headers: Record<string, string> = {}): Sending => {
  let from: { at: number; sent: number } | null = null
  const secondsLeft = (sent: number): number | undefined => {
    const now = performance.now()
    from ??= { at: now, sent }
    const [seconds, bytes] = [(now - from.at) / 1000, sent - from.sent]
    return seconds < 1 || bytes <= 0 ? undefined : (file.size - sent) / (bytes / seconds)
  }
  const upload = new Upload(file, {
    uploadUrl: new URL(url, window.location.origin).href, chunkSize: CHUNK, retryDelays: RETRIES, storeFingerprintForResuming: false, headers, uploadDataDuringCreation: false,
    onProgress: (sent) => doors.progress(sent, secondsLeft(sent)),
    onSuccess: () => doors.done(),
    onError: (error) => doors.stopped('originalResponse' in error ? error.originalResponse?.getStatus() ?? null : null),
  })
  upload.start()
  return {
    pause: () => void upload.abort(),
    resume: () => {
      from = null
      upload.start()
    },
  }
}

/** An operation that answers a file and is an act: asked by POST, then kept by the browser as a download. */
import type { Operation } from '#contract/operation'
import { fetchAnswer, type Request } from './call'

/** @throws ProblemError when the server refuses, OfflineError when it cannot be reached */
export const saveFile = async <O extends Operation>(operation: O, request: Request<O>): Promise<void> => {
  const response = await fetchAnswer(operation, request)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await response.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: decodeURIComponent(name ?? 'file') })
  document.body.append(link)
  link.click()
  link.remove()
  // The browser may still be taking it when the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

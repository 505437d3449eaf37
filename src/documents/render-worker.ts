import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { parentPort, workerData } from 'node:worker_threads'

// Typesetting is heavy and native: it has a thread of its own, so that the server goes on answering.
/** A folder that is not there: a template reads what it is given, and nothing of this machine. */
const WORKSPACE = '/xuanshu-documents'
const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: workerData as string[] }] })

interface Task { readonly id: number; readonly template: string; readonly data: string; readonly files: Readonly<Record<string, Uint8Array>> }

parentPort!.on('message', ({ id, template, data, files }: Task) => {
  try {
    for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(WORKSPACE + path, Buffer.from(bytes))
    // People's words enter as data only; the template is ours.
    const source = { mainFileContent: template, inputs: { data } }
    const laidOut = compiler.compile(source).result
    // Without pages the source is given once more: only this way it says what is wrong.
    const pdf = compiler.pdf(laidOut ?? source)
    compiler.evictCache(10)
    parentPort!.postMessage({ id, pdf, pages: laidOut?.numOfPages ?? 0 })
  } catch (error) {
    parentPort!.postMessage({ id, error: saidBy(error) })
  } finally {
    for (const path of Object.keys(files)) compiler.unmapShadow(WORKSPACE + path)
  }
})

/** The typesetter throws errors without a message; what it says stands in their code. */
function saidBy(error: unknown): string {
  const { message, code } = (error ?? {}) as { message?: unknown; code?: unknown }
  return [message, code].find((said): said is string => typeof said === 'string' && said !== '') ?? String(error)
}

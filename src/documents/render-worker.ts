import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { parentPort, workerData } from 'node:worker_threads'

// Typesetting is heavy and native: it has a thread of its own, so that the server goes on answering.
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: workerData as string[] }] })

interface Task { readonly id: number; readonly template: string; readonly data: string }

parentPort!.on('message', ({ id, template, data }: Task) => {
  try {
    // People's words enter as data only; the template is ours.
    const pdf = compiler.pdf({ mainFileContent: template, inputs: { data } })
    compiler.evictCache(10)
    parentPort!.postMessage({ id, pdf })
  } catch (error) {
    parentPort!.postMessage({ id, error: saidBy(error) })
  }
})

/** The typesetter throws errors without a message; what it says stands in their code. */
function saidBy(error: unknown): string {
  const { message, code } = (error ?? {}) as { message?: unknown; code?: unknown }
  return [message, code].find((said): said is string => typeof said === 'string' && said !== '') ?? String(error)
}

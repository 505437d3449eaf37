import type { FastifyInstance } from 'fastify'
import { operations } from '#contract/operations'
import type { Services } from '../services'
import { openApi } from './openapi'

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

/** The surface for people: made from the same contract as the machine-readable one, readable without a script. */
export const registerDocs = (app: FastifyInstance, services: Services): void => {
  // Made when it is first asked for: most servers never are, and each would begin a tenth of a second later.
  let document: string | undefined
  app.get('/api/openapi.json', (_, reply) => reply.type('application/json').send((document ??= JSON.stringify(openApi(services.origin)))))
  app.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(page))
}

const rows = operations.map((o) => `<tr><td><b>${o.method}</b></td><td><code>${escape(o.path)}</code></td><td>${escape(o.summary.zh)}<br><span lang="en">${escape(o.summary.en)}</span></td><td><code>${escape(o.who)}</code></td></tr>`).join('\n')

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>接口说明 · 选树</title><link rel="stylesheet" href="/p/assets/public.css"></head>
<body class="docs"><main><h1>接口说明 <span lang="en">HTTP API</span></h1>
<p>共 ${operations.length} 个操作，机器可读的说明在 <a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。时刻一律为毫秒数。最后一列是谁可以调用；不可见的和不存在的回答一样。</p>
<p lang="en">${operations.length} operations; the machine-readable form is OpenAPI 3.1. Instants are milliseconds. The last column names who may call; what is not yours answers as absent.</p>
<div class="scroll"><table><thead><tr><th scope="col">方法</th><th scope="col">路径</th><th scope="col">作用</th><th scope="col">谁可以</th></tr></thead><tbody>
${rows}
</tbody></table></div></main></body></html>`

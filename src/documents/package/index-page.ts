/** 目录.html: the package as one reads it: who, which files, what stands against them, and how to check that nothing changed. Opens without a network, runs nothing. */
import { printable } from '#core/forms/printable'
import { stamp } from '#core/kernel/instant'
import { outside } from '#core/package/layout'
import { sayIn, type IndexFile, type IndexHead, type IndexNomination } from './index-rows'

const html = (text: string): string => printable(text).replace(/[&<>"']/gu, (c) => `&#${c.codePointAt(0)};`)
const minute = (at: number): string => stamp(at).slice(0, 16)
const size = (bytes: number): string => (bytes >= 1_000_000 ? `${(Math.floor(bytes / 100_000) / 10).toFixed(1)} MB` : bytes >= 1000 ? `${Math.floor(bytes / 1000)} kB` : `${bytes} B`)
const link = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/gu, '$1<wbr>')

const css = `*{box-sizing:border-box}body{font:14px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1d1b19;margin:0 auto;max-width:1120px;padding:32px 24px 64px;font-variant-numeric:tabular-nums}
h1{font:700 24px/36px "Noto Serif SC","Songti SC",SimSun,serif;color:#b8321f;margin:0 0 4px}h2{font-size:16px;line-height:24px;margin:32px 0 2px}p{margin:0 0 8px}.m{color:#5b5650;font-size:13px}
ol.who{columns:2;column-gap:32px;padding-left:28px}ol.who li{break-inside:avoid}a{color:inherit;text-underline-offset:3px}table{width:100%;border-collapse:collapse;font-size:13px;line-height:20px}
th{font-weight:400;color:#5b5650;text-align:left;border-bottom:1px solid #8c867e}th,td{padding:6px 12px 6px 0;vertical-align:top}td{border-bottom:1px solid #f0ede7}tr{break-inside:avoid}.n{text-align:right;white-space:nowrap}
code{font:12px/18px ui-monospace,Consolas,monospace;color:#5b5650;word-break:break-all}ul{margin:0;padding-left:1.2em}.w{color:#835410}.b{color:#a32f22}.box{background:#f6f4f0;padding:12px 16px;margin:16px 0;border-radius:6px}
@media(max-width:700px){ol.who{columns:1}thead{display:none}td{display:block;border:0;padding:1px 0}tr{display:block;padding:8px 0;border-bottom:1px solid #f0ede7}.n{text-align:left}}@media print{body{padding:0;font-size:12px}}`

const fileRow = (f: IndexFile): string => `<tr><td>${html(f.about.what)}${f.about.paper === '' ? '' : `<br><span class="m">纸质 ${html(f.about.paper)}</span>`}</td>
<td>${f.lack === null ? `<a href="${link(f.path)}">${html(f.path.split('/').at(-1) ?? '')}</a>` : `<b class="b">${html(f.path.split('/').at(-1) ?? '')}：${sayIn(f.lack)}</b>`}${f.about.original === '' ? '' : `<br><span class="m">原名 ${html(f.about.original)}</span>`}${f.about.findings.length === 0 ? '' : `<ul class="w">${f.about.findings.map((w) => `<li>${html(w)}</li>`).join('')}</ul>`}</td>
<td class="n">${size(f.bytes)}</td><td><code>${grouped(f.sha256)}</code></td></tr>`

const section = ({ ordinal, about, files }: IndexNomination): string => `<h2 id="n${ordinal}">${ordinal}　${html(about.candidate)}</h2>
<p class="m">${html(about.unit)}${about.version === 0 ? '' : '推荐'}${about.employer === '' ? '' : `　${html(about.employer)}`}　${html(about.state)}${about.version === 0 ? '' : `　推荐表第 ${about.version} 版`}${about.submittedAt === null ? '' : `　${minute(about.submittedAt)} 报送`}${about.paper === '' ? '' : `　${html(about.paper)}`}</p>
<table><thead><tr><th>材料</th><th>文件</th><th class="n">大小</th><th>SHA-256</th></tr></thead><tbody>${files.map(fileRow).join('\n')}</tbody></table>
`

/** @param who all nominations, for the list at the top */
export async function* indexPage(head: IndexHead, who: readonly { readonly ordinal: number; readonly about: IndexNomination['about'] }[], nominations: AsyncIterable<IndexNomination>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${html(head.campaign)}${head.what}目录</title><style>${css}</style></head><body>
<h1>${html(head.campaign)}${head.what}目录</h1>
<p>${head.nominations} 件，${head.files} 个文件，${size(head.bytes)}${head.lacking === 0 ? '' : `；<b class="b">${head.lacking} 个文件没有装入</b>`}</p>
<p class="m">${minute(head.at)}（北京时间）由${html(head.madeFor)}导出。${head.what === '荣誉证书' ? '请按规定保管，用后删除。' : '包内有身份证号、电话等个人信息，请按规定保管，用后删除。'}</p>
<div class="box">核对：在本文件夹运行 <code>sha256sum -c ${outside.sums}</code>；每一份文件改动一个字节，都会指出。<br><span class="m">To check: run <code>sha256sum -c ${outside.sums}</code> in this folder; a single changed byte is named. ${head.nominations} nominations, ${head.files} files.</span></div>
`)
  if (who.length > 1) yield Buffer.from(`<ol class="who">${who.map((n) => `<li value="${n.ordinal}"><a href="#n${n.ordinal}">${html(n.about.candidate)}</a> <span class="m">${html(n.about.unit)}</span></li>`).join('')}</ol>\n`)
  for await (const n of nominations) yield Buffer.from(section(n))
  yield Buffer.from('</body></html>\n')
}

import type { FastifyInstance } from 'fastify'
import { absent } from '../../handler'
import { answerProblem } from '../../http/problem'
import { sendDownload } from '../../http/send-download'
import type { Services } from '../../services'
import { fileOfMedia } from '../../stories/media-file'
import { bytesAreApart } from '../../store/quarantine'
import { publicMedia } from '../../store/stories'

const name = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-(\d{2,4})\.webp|\.(mp4)|\.(vtt))$/u
/** A withdrawn story is out of every browser within 5 minutes: nothing is kept longer without asking. */
const KEPT = 'public, max-age=300, must-revalidate'

/** Pictures, films and captions of stories that are public now; films in part where a part is asked for. */
export const registerStoryMedia = (app: FastifyInstance, services: Services): void => {
  app.get('/p/:slug/media/:file', async (request, reply) => {
    const { slug, file } = request.params as { readonly slug: string; readonly file: string }
    const [, id, width, film, captions] = name.exec(file) ?? []
    const m = id === undefined ? undefined : await publicMedia(services.db, slug, id)
    if (m === undefined || (m.kind === 'film') !== (film !== undefined || captions !== undefined) || (await bytesAreApart(services.db, m.sha256))) return answerProblem(absent(), reply, request.id)
    void reply.header('cache-control', KEPT)
    if (captions !== undefined) return m.captions === null ? answerProblem(absent(), reply, request.id) : reply.type('text/vtt; charset=utf-8').send(m.captions)
    const download = await fileOfMedia(services, m, Number(width ?? 0))
    if (request.headers['if-none-match'] === `"${download.tag}"`) return reply.status(304).header('etag', `"${download.tag}"`).send()
    return sendDownload(request, reply, download)
  })
}

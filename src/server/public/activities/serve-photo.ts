import type { FastifyInstance } from 'fastify'
import { pictureFile } from '../../activities/picture-file'
import { absent } from '../../handler'
import { answerProblem } from '../../http/problem'
import { sendDownload } from '../../http/send-download'
import type { Services } from '../../services'
import { publicPhoto } from '../../store/activities'
import { bytesAreApart } from '../../store/quarantine'

const name = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{2,4})\.webp$/u
/** What is held back is out of every browser within 5 minutes. */
const KEPT = 'public, max-age=300, must-revalidate'

/** Photographs of activities that are released now. */
export const registerActivityPhotos = (app: FastifyInstance, services: Services): void => {
  app.get('/p/:slug/activity/:file', async (request, reply) => {
    const { slug, file } = request.params as { readonly slug: string; readonly file: string }
    const [, id, width] = name.exec(file) ?? []
    const photo = id === undefined ? undefined : await publicPhoto(services.db, slug, id)
    if (photo === undefined || (await bytesAreApart(services.db, photo.sha256))) return answerProblem(absent(), reply, request.id)
    void reply.header('cache-control', KEPT)
    const download = await pictureFile(services, photo, Number(width))
    if (request.headers['if-none-match'] === `"${download.tag}"`) return reply.status(304).header('etag', `"${download.tag}"`).send()
    return sendDownload(request, reply, download)
  })
}

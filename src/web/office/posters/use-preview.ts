import { useQuery } from '@tanstack/react-query'
import { previewPoster } from '#contract/operations/posters'
import type { AnswerOf } from '#contract/operation'
import type { Crop } from '#core/publicity/poster/crop'
import type { PosterDesign } from '#core/publicity/poster/poster'
import type { PosterSizeId } from '#core/publicity/poster/sizes'
import { call, type OfflineError, type ProblemError } from '../../api/call'
import { useSettled } from '../../ui/use-settled'

interface Wanted { readonly nominationId: string; readonly design: PosterDesign; readonly size: PosterSizeId; readonly words: string[]; readonly mediaId: string; readonly templateId: string | null; readonly crop: Crop | null }

/** What is chosen, laid out once one rests; the last one stays until the next is there. */
export const usePreview = (wanted: Wanted) => {
  const words = useSettled(wanted.words.join('\n'))
  const cropped = useSettled(JSON.stringify(wanted.crop))
  const { nominationId, design, size, mediaId, templateId } = wanted
  const query = useQuery<AnswerOf<typeof previewPoster>, ProblemError | OfflineError>({
    queryKey: [previewPoster.id, nominationId, design, size, mediaId, words, templateId, cropped], queryFn: ({ signal }) => call(previewPoster, { params: { nominationId }, body: { design, size, words: words.split('\n').filter((l) => l !== ''), mediaId, ...(templateId !== null && { templateId }), ...(cropped !== 'null' && { crop: JSON.parse(cropped) as Crop }) } }, signal),
    placeholderData: (before) => before, retry: false, staleTime: 60_000,
  })
  return { data: query.data, error: query.error, busy: query.isFetching || words !== wanted.words.join('\n') || cropped !== JSON.stringify(wanted.crop) }
}

/** The text that is being written: saved as one types, each time as the next revision of what was read. */
import { useEffect, useRef, useState } from 'react'
import { saveStory, type readStory } from '#contract/operations/stories'
import type { AnswerOf } from '#contract/operation'
import type { StoryDocument } from '#core/publicity/story/document'
import { useAct } from '../../api/use-operation'
import { useSettled } from '../../ui/use-settled'

export type Story = AnswerOf<typeof readStory>

export const useDraft = (nominationId: string, story: Story) => {
  const [document, setDocument] = useState<StoryDocument>(story.document)
  const settled = useSettled(document)
  const save = useAct(saveStory, ['stories.read', 'stories.list'])
  const [known, setKnown] = useState({ revision: story.revision, text: JSON.stringify(story.document) })
  const busy = useRef(false)
  const { mutate } = save
  useEffect(() => {
    const text = JSON.stringify(settled)
    // One after the other: each is the revision after the one before. What is typed meanwhile settles again.
    if (text === known.text || busy.current || save.error !== null) return
    busy.current = true
    mutate({ params: { nominationId }, body: { revision: known.revision, document: settled } }, { onSuccess: ({ revision }) => { busy.current = false; setKnown({ revision, text }) }, onError: () => { busy.current = false } })
  }, [settled, known, mutate, nominationId, save.error])
  const state = save.error !== null ? 'unsaved' as const : JSON.stringify(document) !== known.text ? 'saving' as const : 'saved' as const
  return { document, change: (part: Partial<StoryDocument>) => setDocument((d) => ({ ...d, ...part })), error: save.error, state }
}

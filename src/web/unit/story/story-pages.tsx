/** `/unit/n/:nominationId/story` and `/me/n/:nominationId/story`. */
import { useParams } from 'react-router'
import { PageFrame } from '../../ui/page-frame'
import { AnswerStory } from './answer-story'

export const StoryAnswerPage = () => {
  const { nominationId = '' } = useParams()
  return <PageFrame><AnswerStory nominationId={nominationId} /></PageFrame>
}

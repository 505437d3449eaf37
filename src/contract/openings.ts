/** Which operations open what of a nomination to people who did not write it; each is written down once a day for each person and thing. What is not here opens nothing: a test names those that would have to be. */
import type { OpeningWay } from '#core/supervision/opening'

export const openings: Readonly<Record<string, OpeningWay>> = {
  'nominations.read': 'dossier', 'ballot.candidate': 'dossier', 'materials.view': 'looked', 'ballot.candidateView': 'looked', 'materials.content': 'taken',
  'appraisal.read': 'appraisal', 'consultations.read': 'opinions', 'paper.compare': 'paper', 'paper.earlierSeals': 'paper', 'appraisal.sheet': 'appraisal', 'paper.picture': 'paper',
}
/** With why they are no opening of their own. */
export const noOpenings: Readonly<Record<string, string>> = {
  'materials.preview': 'a small picture in the list of a dossier that was opened', 'ballot.candidatePreview': 'a small picture in the list of a dossier that was opened',
  'nominations.receipt': 'time and sums, nothing of the candidate', 'offline.sheet': 'a number for the hand-over', 'paper.read': 'which papers came', 'paper.receipt': 'which papers came', 'stories.read': 'what is written to be published', 'stories.mediaFile': 'what is written to be published', 'posters.read': 'words and pictures of a cleared story', 'pressKits.read': 'words and pictures of a published story', 'supervision.nomination': 'the record itself, for the supervisor', 'supervision.nominationSheet': 'the record itself, for the supervisor',
  'interviews.ofNomination': 'when and where somebody is met, nothing of the dossier',
}

/** Below a stamped scan: what its pages are, once they were read, and where its seals are if there is a question. */
import { asksAboutSeals, PaperPages, PaperSeals } from '../../ui/paper-pages'
import { usePaper } from '../../ui/use-paper'

export const PaperOfFile = ({ nominationId, fileId }: { nominationId: string; fileId: string }) => {
  const file = usePaper(nominationId).data?.files.find((f) => f.fileId === fileId)
  return file === undefined ? null : <><PaperPages file={file} />{asksAboutSeals(file) ? <PaperSeals file={file} nominationId={nominationId} /> : null}</>
}

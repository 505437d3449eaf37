/** Below a stamped scan: what its pages are, once they were read. */
import { PaperPages } from '../../ui/paper-pages'
import { usePaper } from '../../ui/use-paper'

export const PaperOfFile = ({ nominationId, fileId }: { nominationId: string; fileId: string }) => {
  const file = usePaper(nominationId).data?.files.find((f) => f.fileId === fileId)
  return file === undefined ? null : <PaperPages file={file} />
}

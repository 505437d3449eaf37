/** The stamped scans on the desk: pages, seals enlarged beside their place, the Word file against the text, and the paper that came in. */
import { compareTexts, earlierSeals } from '#contract/operations/paper'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { PaperDue } from '../../ui/paper-due'
import { EarlierSeals, PaperPages, PaperSeals } from '../../ui/paper-pages'
import { Section } from '../../ui/section'
import { usePaper } from '../../ui/use-paper'
import { TextPair } from './text-pair'

const Texts = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const { data } = useRead(compareTexts, { params: { nominationId } })
  if (data === undefined || data.pairs.length === 0) return null
  return <Section title={t('paper.compare.title')}><div className="stack">{data.pairs.map((p) => <TextPair key={p.stampedFile} pair={p} />)}</div></Section>
}

export const DeskPaper = ({ nominationId }: { nominationId: string }) => {
  const { data } = usePaper(nominationId)
  const earlier = useRead(earlierSeals, { params: { nominationId } }).data?.seals ?? []
  if (data === undefined) return null
  return (
    <>
      {data.files.map((file) => <Section key={file.fileId} title={file.name}><PaperPages file={file} /><PaperSeals file={file} nominationId={nominationId} /><EarlierSeals file={file} seals={earlier} /></Section>)}
      <Texts nominationId={nominationId} />
      <PaperDue register={data.register} nominationId={nominationId} />
    </>
  )
}

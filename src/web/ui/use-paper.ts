/** The paper of a nomination; asked again while a scan is still being read, and then the nomination's findings are renewed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { paperOfNomination } from '#contract/operations/paper'
import { useRead } from '../api/use-operation'

const stillReading = 2000

export const usePaper = (nominationId: string) => {
  const client = useQueryClient()
  const first = useRead(paperOfNomination, { params: { nominationId } })
  const waiting = first.data?.files.some((f) => f.state === 'waiting') ?? false
  const { refetch } = first
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => void refetch(), stillReading)
    return () => {
      clearInterval(timer)
      void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === 'nominations.read' })
    }
  }, [waiting, refetch, client])
  return first
}

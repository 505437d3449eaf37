/** A native dialog: keeps the focus inside, Esc closes, the focus returns. Its buttons repeat the verb: 撤回推荐 / 先不撤回. */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import './controls.css'

interface DialogProps { open: boolean; onClose: () => void; title: string; children: ReactNode; /** For what is read and written in it, not only asked. */ wide?: boolean; /** Absent: a form inside brings its own, as `DialogActions`. */ actions?: ReactNode }

export const DialogActions = ({ children }: { children: ReactNode }) => <div className="dialog-actions">{children}</div>

export const Dialog = ({ open, onClose, title, children, wide = false, actions }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      // The first thing that takes the focus may be a clause: its note would lie over the buttons of a small screen.
      if (document.activeElement?.closest('.clause') !== null) dialog.querySelector('h2')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog ref={element} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      {open ? <div className="dialog-body"><h2 id={id} tabIndex={-1}>{title}</h2>{children}{actions === undefined ? null : <DialogActions>{actions}</DialogActions>}</div> : null}
    </dialog>
  )
}

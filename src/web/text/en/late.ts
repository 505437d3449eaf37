/** English of `zh/late.ts`. */
import type { late as source } from '../zh/late'

export const late = {
  'files.title': 'Files that may still come', 'files.note': 'The form was submitted in time; these have a time of their own', 'files.go': 'Upload them', 'files.next': 'Upload the stamped files and others still due', 'files.nextWhy': 'The nomination was submitted in time; some files may still come.', 'files.only': 'Only the materials listed here are taken; all others are sealed.', 'files.rest': 'Sealed materials',
  'seal.title': 'Slow line, uploads not done by the deadline? Seal them first', 'seal.note': '{n} minutes to arrive',
  'seal.what': 'The browser computes the checksum (SHA-256) of each file and registers it, so that the nomination can go to the approver and be submitted in time. For {n} minutes after the deadline only the very same files may arrive; one that was changed is not taken.',
  'seal.none': 'No file is on its way. Choose the files below first, then seal them once they upload.', 'seal.act': 'Seal: register {n} file(s) on their way', 'seal.summing': 'Computing “{name}” {percent}%', 'seal.done': 'The checksums of {n} file(s) are registered',
  'seal.registered': 'Registered files', 'seal.name': 'File', 'seal.bytes': 'Size', 'seal.state': 'State', 'seal.coming': 'on its way', 'seal.arrived': 'arrived, checksum as registered', 'seal.over': 'did not arrive', 'seal.keepOpen': 'Keep this page open, and neither change nor save these files again.',
  'mode.title': 'Deadline mode', 'mode.what': 'Near the deadline uploads and submissions go first; packages, nightly re-reading and other heavy work wait until it is over, and nothing is lost. Lift it where something is urgent.', 'mode.on': 'On: packages are made after the deadline, {end}', 'mode.will': 'From {at} packages wait', 'mode.off': 'Lifted: packages are made as they come', 'mode.lift': 'Lift deadline mode', 'mode.restore': 'Restore (from 2 hours before)', 'mode.liftedNow': 'Deadline mode is lifted', 'mode.restored': 'Deadline mode is restored',
  'mode.waits': 'after the deadline',
  'mode.package': 'Uploads and submissions go first near the deadline; this is made after {end}',
  'attempts.title': 'Attempts to submit', 'attempts.note': 'Kept even where they failed', 'attempts.pdf': 'Print the proof', 'attempts.at': 'Time', 'attempts.answer': 'Answer', 'attempts.trace': 'Number', 'attempts.by': 'Recorded by', 'attempts.by.server': 'the server', 'attempts.by.browser': 'the browser, by its own clock',
  'outage.title': 'When the product was unavailable', 'outage.note': 'For deciding on an extension', 'outage.none': 'It was never away, and no unit failed because of it', 'outage.times': 'Times', 'outage.from': 'From', 'outage.what': 'What', 'outage.how': 'How long', 'outage.until': 'until {until}, about {minutes} min', 'outage.count': '{n} request(s) failed in this minute',
  'outage.unavailable': 'database away or a fault', 'outage.storageFull': 'storage full', 'outage.unexpected': 'a fault', 'outage.units': '{units} unit(s) affected, {n} attempt(s)', 'outage.unit': 'Unit',
  'receipt.sealed': 'sealed, on its way',
} satisfies Record<keyof typeof source, string>

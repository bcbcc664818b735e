import type { AgeWords } from '@/lib/tv/age'
import type { ShowMessage } from '@/lib/tv/wire'
import { stayAwake } from './awake'
import { watchErrors } from './errors'
import { runScreen } from './live'
import { embedded } from './page'
import { followAddress, waitForPairing } from './pairing'
import { keepStartFiles, startWorker } from './start-files'

/*
 * The script of a screen: of a document with a show it keeps the numbers coming; of one with a code it waits to be let in.
 */
// The browser's own list of what was loaded ends here too; the files of a start are the first of it.
performance.setResourceTimingBufferSize(50)
watchErrors()
stayAwake()
startWorker()
const show = embedded('show')
const words = embedded('words')
if (show !== null && words !== null) {
  const message: ShowMessage = JSON.parse(show)
  const sentences: AgeWords = JSON.parse(words)
  runScreen(message, sentences, document.documentElement.dataset.kept === '1')
  void keepStartFiles()
  void followAddress()
} else waitForPairing()

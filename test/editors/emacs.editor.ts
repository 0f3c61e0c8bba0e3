import { join } from 'node:path'
import { describe } from 'vitest'
import { visitAll } from './headless-suite'
import { surroundings } from './surroundings'

const { emacs } = surroundings
const SCRIPT = join(import.meta.dirname, 'emacs.el')

describe.skipIf(emacs === undefined)('Emacs', () => {
  visitAll(emacs ?? '', () => ['--batch', '-q', '-l', SCRIPT])
})

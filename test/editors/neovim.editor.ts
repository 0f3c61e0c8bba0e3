import { join } from 'node:path'
import { describe } from 'vitest'
import { visitAll } from './headless-suite'
import { surroundings } from './surroundings'

const { neovim } = surroundings
const SCRIPT = join(import.meta.dirname, 'neovim.lua')

describe.skipIf(neovim === undefined)('Neovim', () => {
  visitAll(neovim ?? '', (path) => ['--headless', '--clean', path, '-c', `luafile ${SCRIPT}`])
})
